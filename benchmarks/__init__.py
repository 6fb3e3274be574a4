"""Measures what the design promises, as ratios of medians taken in turns in one run."""
