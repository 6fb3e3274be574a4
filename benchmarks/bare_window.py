"""The floor of the window: a bare PySide6 window with a tree and a table, to its first paint.

Both are empty; with the argument "filled" they show as many texts as the sample plan has in sight.
"""

import os
import sys

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QTableView, QTreeView

ROWS, COLUMNS = 20, 15


def main(filled: bool) -> None:
    application = QApplication([])
    model = QStandardItemModel(ROWS, COLUMNS)
    if filled:
        fill(model)
    tree, table, splitter = QTreeView(), QTableView(), QSplitter()
    tree.setModel(model)
    table.setModel(model)
    splitter.addWidget(tree)
    splitter.addWidget(table)
    window = QMainWindow()
    window.setCentralWidget(splitter)
    window.resize(1280, 680)
    window.show()
    application.processEvents()
    os._exit(0)  # what is measured ends with the first paint


def fill(model: QStandardItemModel) -> None:
    """Give each cell a text, numbers right-aligned as any table has them."""
    from PySide6.QtCore import Qt  # naming it takes PySide a while, which the empty window does without

    for row in range(ROWS):
        for column in range(COLUMNS):
            item = QStandardItem(f"{row},{column}" if column else f"Indikator {row}")
            item.setTextAlignment(Qt.AlignmentFlag.AlignRight)
            model.setItem(row, column, item)


if __name__ == "__main__":
    main(sys.argv[1:] == ["filled"])
