"""Views, delegates and pages of the window."""
