"""Budget exports: RKK/POK, FA Detail and the old flat export, told apart by titles and the shapes of codes."""

from renaksi_desktop.spreadsheets.budget.mapping import ROLES, Kind, Mapping, Role
from renaksi_desktop.spreadsheets.budget.reading import BudgetRead, read_budget
from renaksi_desktop.spreadsheets.budget.taking import budget_taken, is_budget, revision_of, year_remark
from renaksi_desktop.spreadsheets.budget.understanding import guess, understood

__all__ = [
    "ROLES",
    "BudgetRead",
    "Kind",
    "Mapping",
    "Role",
    "budget_taken",
    "guess",
    "is_budget",
    "read_budget",
    "revision_of",
    "understood",
    "year_remark",
]
