"""Machine drafts of units: markup taken out and put back, sentences, guards. Nothing here knows a particular engine."""
