"""Pure functions run off the UI thread."""
