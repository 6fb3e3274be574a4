"""The open document: the current plan, its undo history, its file and its working copy. No Qt."""
