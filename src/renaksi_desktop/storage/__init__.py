"""The `.renaksi` file and the working copy of an open plan; the only room that knows SQLite."""
