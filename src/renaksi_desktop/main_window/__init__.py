"""The window: it puts pages, docks, menus and files together and holds no rule of its own."""
