"""Puts ``tests/`` and ``scripts/`` on the path, so that every test finds the helpers there, and chooses hypothesis' profile."""

import os
import sys
from pathlib import Path

from hypothesis import HealthCheck, settings

# No law says how long an example takes: the machine may be busy. Where a change is judged, the same examples every time;
# everywhere else, new ones at every run.
settings.register_profile("here", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", parent=settings.get_profile("here"), derandomize=True)
_IS_JUDGED = os.environ.get("CI") or os.environ.get("REQUIRE_JUDGES", "0") not in ("", "0")
settings.load_profile("ci" if _IS_JUDGED else "here")

_HERE = Path(__file__).parent
sys.path[:0] = [str(_HERE), str(_HERE.parent / "scripts")]

# A build of a test sees the snapshots that the test gives it, and no others.
os.environ.pop("DOSSIER_SNAPSHOTS", None)

# EPUBCheck runs for seconds: half of its time would go into making it quick.
os.environ.setdefault("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
