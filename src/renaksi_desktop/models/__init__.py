"""Qt item models over a plan."""
