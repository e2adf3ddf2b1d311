"""Puts ``tests/`` on the path, so that every test finds the helpers that lie here."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
