"""Articles as lines on a terminal: pure functions that know no app and no store."""
