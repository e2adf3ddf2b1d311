"""Withheld names taken out of all that is read, before any other room sees it."""
