"""Packages as Argos Translate publishes them: a zip of one folder, the same bytes for the same contents."""

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

_LONG_AGO = (2020, 1, 1, 0, 0, 0)
_NAMES = {"en": "English", "fr": "French", "fa": "Persian"}
_README = "A tiny model of a hand-made grammar, for tests. It translates nothing else.\n"


def package_name(source: str, target: str, version: str) -> str:
    """The name of the folder and, with its suffix, of the file: ``translate-en_fr-1_0``."""
    return f"translate-{source}_{target}-{version.replace('.', '_')}"


def contents(source: str, target: str, version: str, vocabulary: bytes, splitter: bytes, model: Path) -> dict[str, bytes]:
    """The files of a package: those of the folder ``model``, the tokenizer, the splitter and the metadata."""
    metadata = {
        "package_version": version,
        "argos_version": "1.11",
        "from_code": source,
        "from_name": _NAMES[source],
        "to_code": target,
        "to_name": _NAMES[target],
        "type": "translate",
        "links": [],
    }
    return {
        "README.md": _README.encode(),
        "metadata.json": (json.dumps(metadata, indent=1) + "\n").encode(),
        "sentencepiece.model": vocabulary,
        f"minisbd/{source}.onnx": splitter,
        **{f"model/{file.name}": file.read_bytes() for file in sorted(model.iterdir())},
    }


def pack(folder_name: str, files: Mapping[str, bytes], target: Path) -> None:
    """Write ``files`` into the archive ``target``, below a folder, without a trace of when and by whom."""
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{folder_name}/{name}", _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            archive.writestr(entry, data, compresslevel=9)
