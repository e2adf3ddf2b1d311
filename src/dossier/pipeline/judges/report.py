"""Reports in JSON that another programme wrote: taken apart with every doubt."""

import json
from collections.abc import Iterator
from typing import Any

from dossier.pipeline.judges.values import NoVerdictError


def parsed(text: str) -> Any:
    """The JSON value in ``text``.

    Raises
    ------
    NoVerdictError
        Where it is none, or is nested without end.
    """
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise NoVerdictError("its report is no JSON") from None


def part(value: Any, *keys: str) -> Any:
    """What lies in ``value`` under ``keys``, one inside the other; ``None`` where there is nothing of the kind."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value


def text(value: Any, *keys: str) -> str:
    """The string or number there; empty where there is none."""
    found = part(value, *keys)
    return str(found) if isinstance(found, str | int | float) else ""


def number(value: Any, *keys: str) -> int:
    """The whole number there, not below 0; 0 where there is none."""
    found = part(value, *keys)
    return max(found, 0) if isinstance(found, int) else 0


def items(value: Any, *keys: str) -> Iterator[Any]:
    """The objects in the list there."""
    found = part(value, *keys)
    yield from (one for one in found if isinstance(one, dict)) if isinstance(found, list) else ()
