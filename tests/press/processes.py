"""Python in a fresh process, under another hash seed, time zone, locale and directory."""

import os
import subprocess
import sys
from pathlib import Path

_HERE = Path(__file__).parent
_SOURCE = str(_HERE.parents[1] / "src")
WORLDS = (
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8"},
    {"PYTHONHASHSEED": "2", "TZ": "Asia/Tehran", "LC_ALL": "fa_IR.UTF-8", "LANG": "fa_IR.UTF-8", "LANGUAGE": "fa"},
)


def run(code: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run ``code`` with this project and the helpers of these tests on the path."""
    path = os.pathsep.join((_SOURCE, str(_HERE), str(_HERE.parent)))
    inherited = {name: text for name, text in os.environ.items() if name != "FONTCONFIG_FILE"}
    settings = {**inherited, "PYTHONPATH": path, **environment}
    return subprocess.run([sys.executable, "-c", code], cwd=cwd, env=settings, capture_output=True, check=False)


def output_in_each_world(code: str, folder: Path) -> list[bytes]:
    """Standard output of ``code`` in each of :data:`WORLDS`, each in a folder of its own."""
    outputs = []
    for number, world in enumerate(WORLDS):
        cwd = folder / f"world-{number}"
        cwd.mkdir()
        done = run(code, cwd, **world)
        assert done.returncode == 0, done.stderr.decode()
        outputs.append(done.stdout)
    return outputs
