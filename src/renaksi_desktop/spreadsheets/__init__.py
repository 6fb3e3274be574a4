"""Spreadsheets in and out: the form and the working sheets of a plan, budget exports, and forms typed in Excel."""
