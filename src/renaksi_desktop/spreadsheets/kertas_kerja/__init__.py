"""The kertas kerja: a plan as flat sheets to be filled in anywhere, and back (docs/format-kertas-kerja.md)."""
