"""``dossier deposit`` and ``dossier verify``: a dossier packed with all it was made from, and the proof of it."""
