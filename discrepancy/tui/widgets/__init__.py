"""What is drawn: each widget draws from the session and holds nothing of its own but its scroll."""
