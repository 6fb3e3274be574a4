"""A plan as the official form in PDF; the only room that imports reportlab."""
