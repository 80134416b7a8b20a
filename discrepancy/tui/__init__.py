"""The terminal UI: screens, widgets, actions and styles over `discrepancy.review`. Only this room imports Textual."""
