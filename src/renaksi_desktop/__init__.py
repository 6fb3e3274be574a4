"""Renaksi Desktop: the Rencana Aksi Perjanjian Kinerja of a government unit, written and printed offline."""

__version__ = "0.1.0"
