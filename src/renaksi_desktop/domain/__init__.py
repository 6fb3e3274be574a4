"""What a plan is and what may be done with it: pure Python, no Qt, SQL, files or clock."""
