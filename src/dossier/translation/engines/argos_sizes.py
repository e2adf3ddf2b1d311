"""Whether a model has a vector for every word of its vocabularies.

CTranslate2 does not ask: it reads behind the end of a table. So the head of each variable in ``model.bin`` is read here, which
takes milliseconds. The format is that of CTranslate2's ``ModelSpec.save`` (binary versions 2 to 6; up to 3, sizes are counted in
numbers of so many bytes): little-endian numbers, texts with their length before and a null character behind them; variables, then
other names of some of them.
"""

import json
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import IO

from dossier.translation.engines.argos_packages import MODEL

_VERSIONS = range(2, 7)
_MOST_BYTES = 64 << 20  # of a vocabulary
_TABLES: Mapping[str, tuple[str, ...]] = {
    "source": ("encoder/embeddings/weight", "encoder/embeddings_0/weight"),
    "target": ("decoder/embeddings/weight", "decoder/embeddings_0/weight", "decoder/projection/weight"),
}


def size_fault(folder: Path) -> str:
    """What is wrong with the sizes of the model in ``folder``, a package; empty where nothing is, or nobody can tell."""
    try:
        rows = _rows(folder / MODEL / "model.bin")
        return next(_faults(folder / MODEL, rows), "")
    except (OSError, ValueError, RecursionError, struct.error):
        return ""  # whoever loads it says what it is


def _faults(model: Path, rows: Mapping[str, int]) -> Iterator[str]:
    for side, tables in _TABLES.items():
        count = _words(model, side)
        for table in tables:
            if table in rows and count > rows[table]:
                yield f"its {side} vocabulary has {count:,} entries, and {table} {rows[table]:,}"


def _words(model: Path, side: str) -> int:
    """How many entries the vocabulary of ``side`` has: a list in JSON, or lines; 0 where there is none."""
    names = (f"{name}_vocabulary.{ending}" for name in ("shared", side) for ending in ("json", "txt"))
    return max((_entries(model / name) for name in names if (model / name).is_file()), default=0)


def _entries(file: Path) -> int:
    if (size := file.stat().st_size) > _MOST_BYTES:
        return size  # more than any table has
    data = file.read_bytes()
    return len(json.loads(data)) if file.suffix == ".json" else data.rstrip(b"\n").count(b"\n") + 1


def _rows(file: Path) -> Mapping[str, int]:
    """The first dimension of each variable in ``file``, by all its names."""
    with file.open("rb") as opened:
        version = _number(opened, "I")
        if version not in _VERSIONS:
            return {}
        _text(opened)
        _number(opened, "I")
        found = dict(_variable(opened, version) for _ in range(_number(opened, "I")))
        aliases = [(_text(opened), _text(opened)) for _ in range(_number(opened, "I"))] if version > 2 else []
    return found | {alias: found[name] for alias, name in aliases if name in found}


def _variable(opened: IO[bytes], version: int) -> tuple[str, int]:
    """The name and first dimension of a variable, whose values are passed over."""
    name = _text(opened)
    shape = [_number(opened, "I") for _ in range(_number(opened, "B"))]
    kind, size = _number(opened, "B"), _number(opened, "I")
    opened.seek(size if version > 3 else size * kind, 1)
    return name, shape[0] if shape else 0


def _text(opened: IO[bytes]) -> str:
    return opened.read(_number(opened, "H")).removesuffix(b"\0").decode("utf-8", "replace")


def _number(opened: IO[bytes], kind: str) -> int:
    kind = f"<{kind}"
    return int(struct.unpack(kind, opened.read(struct.calcsize(kind)))[0])
