"""`renaksi`: the jobs of the window from the command line, without Qt."""

from renaksi_desktop.cli.program import main, run

__all__ = ["main", "run"]
