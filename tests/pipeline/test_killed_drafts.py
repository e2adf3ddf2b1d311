"""``kill -9`` at random points of ``dossier draft``: files whole, work kept, and the same end as if nothing had happened."""

import json
import subprocess
import sys
from pathlib import Path

PROGRAM = Path(__file__).parent / "killed_drafts.py"
TRIALS = 16


def test_drafting_that_is_killed_goes_on_to_the_same_end(tmp_path: Path) -> None:
    command = [sys.executable, str(PROGRAM), str(tmp_path / "demo"), "7", str(TRIALS)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
    seen = json.loads(done.stdout)
    # If these fell, the kills would no longer hit what they are there to hit.
    assert seen["killed"] >= TRIALS, seen
    assert seen["some drafted"] >= TRIALS // 4, seen
    assert seen["ends that asked for less"] >= TRIALS // 2, seen
