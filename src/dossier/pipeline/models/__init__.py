"""Models of Argos Translate on disk and in the package index: found, fetched, unpacked, removed."""
