"""Puts this folder on the path: the table's cases lie in modules of their own."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
