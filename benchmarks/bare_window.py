"""The floor of the window: a bare PySide6 window with a tree and a table, to its first paint."""

from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication, QMainWindow, QSplitter, QTableView, QTreeView

application = QApplication([])
model = QStandardItemModel(20, 15)
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
