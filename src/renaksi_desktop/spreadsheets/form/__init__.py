"""The form as a workbook: `writer` with `pen`, `grid` and what is `drawn`; `reader` with all the others."""
