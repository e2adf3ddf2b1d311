"""``kill -9`` at random points of ``dossier update``: every file is the old one or the new one, and the next update goes on."""

import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

PROGRAM = Path(__file__).parent / "killed_updates.py"
RANDOM, EXACT, PROCESSES = 200, 60, 2


def test_updates_killed_at_random_points_damage_nothing(tmp_path: Path) -> None:
    share = [str(RANDOM // PROCESSES), str(EXACT // PROCESSES)]
    commands = [[sys.executable, str(PROGRAM), str(tmp_path / f"demo-{seed}"), str(seed), *share] for seed in range(PROCESSES)]
    running = [subprocess.Popen(one, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for one in commands]
    ended = [(*one.communicate(timeout=600), one.returncode) for one in running]
    assert [(errors, code) for _, errors, code in ended] == [("", 0)] * PROCESSES
    seen: Counter[str] = Counter()
    for out, _, _ in ended:
        seen.update(json.loads(out))
    assert seen["trials"] == RANDOM + EXACT
    # If these fell, the kills would no longer hit what they are there to hit.
    assert seen["killed"] >= 100, seen
    assert seen["some of both on disk"] >= 20, seen
    assert seen["with leftovers"] >= 20, seen
