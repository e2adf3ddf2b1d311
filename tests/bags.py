"""Deposits for tests: a small one, made once a process; and what somebody does who changes one and hides it."""

import hashlib
import json
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from letter_record import letter_record
from workshop import Workshop

TOML = "content/demo/dossier.toml"
NAME = "demo-0.1-fr"
DEPOSIT = ("deposit", "--lang", "fr")
LETTER = "content/demo/sources/letter.md"
TEXT = b"The experts warned that violations may amount to crimes against humanity.\n"
_EVIDENCE = 'issued: text\npublisher-kind: "inferred: it says so"'


def small(workshop: Workshop) -> Workshop:
    """``workshop`` with one output, which takes a second and not ten."""
    workshop.edit(TOML, 'outputs = ["pdf", "epub", "html"]', 'outputs = ["html"]')
    return workshop


def quoting(workshop: Workshop) -> Path:
    """A quotation from a source whose snapshot lies in the folder that is returned, outside the project."""
    workshop.write(LETTER, letter_record(hashlib.sha256(TEXT).hexdigest(), evidence=_EVIDENCE))
    workshop.write(
        "content/demo/introduction.md", workshop.read("content/demo/introduction.md") + "\nIt says: “crimes” [@letter].\n"
    )
    snapshots = workshop.root.parent / "snapshots"
    snapshots.mkdir()
    (snapshots / "letter").write_bytes(TEXT)
    return snapshots


@cache
def _made() -> tuple[tempfile.TemporaryDirectory[str], Path]:
    folder = tempfile.TemporaryDirectory(prefix="dossier-test-bag-")
    workshop = small(Workshop.demo(Path(folder.name) / "demo"))
    snapshots = quoting(workshop)
    assert workshop.run("quotations", "--snapshots", str(snapshots), "--record").exit_code == 0
    run = workshop.run(*DEPOSIT)
    assert run.exit_code == 0, run.errors
    return folder, workshop.root / "build/deposits" / NAME


def bag_in(folder: Path) -> Path:
    """A copy of the small deposit as ``folder / "bag"``."""
    copy: Path = shutil.copytree(_made()[1], folder / "bag")
    return copy


def sealed(bag: Path) -> None:
    """Write the tag files of ``bag`` anew, as somebody does who knows BagIt. Shares no code with dossier."""
    payload = sorted(path for path in (bag / "data").rglob("*") if path.is_file())
    lines = (bag / "bag-info.txt").read_text(encoding="utf-8").splitlines()
    oxum = f"Payload-Oxum: {sum(path.stat().st_size for path in payload)}.{len(payload)}"
    lines = [oxum if line.startswith("Payload-Oxum") else line for line in lines]
    (bag / "bag-info.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for name in ("sha256", "sha512"):
        _manifest(bag, f"manifest-{name}.txt", payload, name)
    tags = [bag / name for name in ("bag-info.txt", "bagit.txt", "manifest-sha256.txt", "manifest-sha512.txt")]
    for name in ("sha256", "sha512"):
        _manifest(bag, f"tagmanifest-{name}.txt", tags, name)


def _manifest(bag: Path, manifest: str, files: list[Path], algorithm: str) -> None:
    paths = sorted((path.relative_to(bag).as_posix(), path) for path in files)
    lines = (f"{hashlib.new(algorithm, path.read_bytes()).hexdigest()}  {name}\n" for name, path in paths)
    (bag / manifest).write_text("".join(lines), encoding="utf-8")


def provenance(bag: Path) -> Any:
    return json.loads((bag / "data/provenance/fr.json").read_text(encoding="utf-8"))


def tell(bag: Path, told: Any) -> None:
    """Write the provenance anew, in its own form, and seal the bag."""
    text = json.dumps(told, ensure_ascii=False, indent=2)
    (bag / "data/provenance/fr.json").write_text(f"{text}\n", encoding="utf-8")
    sealed(bag)


def tell_truly(bag: Path) -> None:
    """Let the provenance have the digests and sizes that files have now, and seal the bag: a forgery that agrees with itself."""
    told = provenance(bag)
    for entity in (*told["used"], *told["generated"]):
        data = (bag / "data" / entity["path"]).read_bytes()
        entity["sha256"], entity["size"] = hashlib.sha256(data).hexdigest(), len(data)
    tell(bag, told)
