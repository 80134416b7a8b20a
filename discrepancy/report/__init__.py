"""Reports out: one file per format."""
