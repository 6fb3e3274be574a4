"""Questions and forms that need a window of their own."""
