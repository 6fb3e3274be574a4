"""A plan as JSON, for other programs and for keeping under version control (docs/format-json.md)."""

from renaksi_desktop.interchange.reader import read_json
from renaksi_desktop.interchange.syntax import JsonRefused
from renaksi_desktop.interchange.writer import write_json

__all__ = ["JsonRefused", "read_json", "write_json"]
