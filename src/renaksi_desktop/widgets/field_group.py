"""A form over some fields of one node: a label and an editor for each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from renaksi_desktop.domain.explanations import EXAMPLES
from renaksi_desktop.domain.fields import FIELDS
from renaksi_desktop.domain.plan import Node
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.widgets.field_editor import FieldEditor, Find
from renaksi_desktop.widgets.text_scale import FollowText, scaled

LABEL_WIDTH: Final = 112


def fill_form(
    owner: QWidget, session: PlanSession, of: type[Node], names: Iterable[str], find: Find
) -> dict[str, FieldEditor]:
    """Lay out editors for these fields of the nodes that `find` returns; return them by name."""
    form = QFormLayout(owner)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    form.setHorizontalSpacing(16)
    form.setVerticalSpacing(8)
    editors = {}
    for name in names:
        field = FIELDS[of][name]
        editor = FieldEditor(session, field.kind, find, name)
        editor.setAccessibleName(field.label)
        if example := EXAMPLES.get(of, {}).get(name):
            editor.show_example(example)
        label = QLabel(field.label[:1].upper() + field.label[1:])
        _align(label)
        form.addRow(label, editor)
        editors[name] = editor
    return editors


def _align(label: QLabel) -> None:
    """Have the fields of forms one below the other begin in one line."""
    FollowText(label, lambda: label.setMinimumWidth(scaled(LABEL_WIDTH)))
