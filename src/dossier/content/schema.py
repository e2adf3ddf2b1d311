"""Validate what was read against the records of :mod:`dossier.model.records`; every fault at once, in plain words."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, get_args

from pydantic import AfterValidator, ValidationError
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails
from rapidfuzz import fuzz, process, utils

from dossier.content.languages_near import languages_near
from dossier.content.places import KeyPath, Places
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.records import Record, known_date, known_day, known_language

R = TypeVar("R", bound=Record)

_SHAPES = {
    "string_type": ("text", "put the value between quotation marks"),
    "tuple_type": ("a list", "write a list: [first, second]"),
    "dict_type": ("a table of keys", "write keys with values below it"),
    "model_type": ("a table of keys", "write keys with values below it"),
    "model_attributes_type": ("a table of keys", "write keys with values below it"),
    "bool_type": ("true or false", "write true or false"),
    "bool_parsing": ("true or false", "write true or false"),
}
_ID = ("is no id", "use small letters a–z and digits, joined by - . or _ (summary, amnesty-2020-12-09)")
EDTF_ADVICE = (
    "write 1988, 1988-07, 1988-07-14, 1988-07/1988-09, 1988-21 (spring) or 1988~ (about 1988), and leave out what is not known"
)
"""How to mend a date that is no EDTF date."""
_DIGEST = ("is no SHA-256 digest", "write the 64 digits and letters a–f that sha256sum prints")


def validate(model: type[R], values: Mapping[str, Any], places: Places) -> R:
    """Make a record of ``values``.

    Parameters
    ----------
    model:
        The kind of record.
    values, places:
        What :func:`~dossier.content.toml_file.read_toml` or :func:`~dossier.content.front_matter.split_front_matter` gave.

    Raises
    ------
    DossierError
        With all faults, each at its key or value: C007 to C011.
    """
    try:
        return model.model_validate(dict(values))
    except ValidationError as error:
        details = error.errors(include_url=False)
        broken = {detail["loc"] for detail in details}
        raise DossierError([_diagnostic(model, detail, places) for detail in details if not _is_echo(detail, broken)]) from error


def nearest(name: str, candidates: Iterable[str]) -> str:
    """The candidate that ``name`` was probably meant to be; empty where none is near."""
    found = process.extractOne(name, list(candidates), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=65)
    return str(found[0]) if found else ""


def _is_echo(detail: ErrorDetails, broken: set[KeyPath]) -> bool:
    """A list whose items are all wrong is also called too short; told once is enough."""
    loc = detail["loc"]
    return detail["type"] == "too_short" and any(other[: len(loc)] == loc and len(other) > len(loc) for other in broken)


def _diagnostic(model: type[Record], detail: ErrorDetails, places: Places) -> Diagnostic:
    path: KeyPath = tuple(part for part in detail["loc"] if part != "[key]")
    match detail["type"]:
        case "missing":
            return _missing(path, places)
        case "extra_forbidden":
            return unknown_key(path, aliases(_model_at(model, path[:-1])), places)
        case "value_error":
            return _refused(model, path, detail, places)
        case _:
            return _invalid(path, detail, places)


def _missing(path: KeyPath, places: Places) -> Diagnostic:
    around = f" in “{_dotted(path[:-1])}”" if len(path) > 1 else ""
    message = f"the key “{path[-1]}” is missing{around}"
    return Diagnostic(CODES["C007"], message, places.key(path[:-1]), mend=f"add the key “{path[-1]}”")


def unknown_key(path: KeyPath, known: Iterable[str], places: Places) -> Diagnostic:
    """C008 for the key at ``path``, with the one of ``known`` that was probably meant."""
    name, known = str(path[-1]), list(known)
    guess = nearest(name, known)
    mend = f"did you mean “{guess}”?" if guess else f"take the key out; known here: {', '.join(known)}"
    return Diagnostic(CODES["C008"], f"the key “{_dotted(path)}” is unknown", places.key(path), mend=mend)


def _refused(model: type[Record], path: KeyPath, detail: ErrorDetails, places: Places) -> Diagnostic:
    """A value that one of our own checks in the records refused."""
    place = places.key(path) if detail["loc"][-1] == "[key]" else places.value(path)
    name, value = _dotted(path), detail["input"]
    check = _check_of(_field_at(model, path))
    if check is known_language:
        return Diagnostic(CODES["C011"], f"“{value}” in “{name}” is no language tag", place, mend=_languages_near(str(value)))
    if check is known_day:
        return Diagnostic(CODES["C010"], f"“{value}” in “{name}” is no day", place, mend="write the day as YYYY-MM-DD")
    if check is known_date:
        return Diagnostic(CODES["C010"], f"“{value}” in “{name}” is no EDTF date", place, mend=EDTF_ADVICE)
    reason = str(detail.get("ctx", {}).get("error", "")) or "it has another form"
    return Diagnostic(CODES["C009"], f"“{value}” in “{name}” is not valid: {reason}", place)


def _invalid(path: KeyPath, detail: ErrorDetails, places: Places) -> Diagnostic:
    message, mend = _fault(_dotted(path), detail, of_item=isinstance(path[-1], int))
    return Diagnostic(CODES["C009"], message, places.value(path), mend=mend)


def _fault(key: str, detail: ErrorDetails, *, of_item: bool) -> tuple[str, str]:
    """What is wrong with the value of ``key``, or with an item of it, and how to mend it."""
    kind, value, context = detail["type"], detail["input"], detail.get("ctx", {})
    name = f"“{key}”"
    whole = f"an item of {name}" if of_item else name
    if kind in _SHAPES:
        shape, mend = _SHAPES[kind]
        return f"{whole} takes {shape}", mend
    if kind in ("string_too_short", "too_short"):
        return f"{whole} is empty", f"give {whole} a value"
    if kind == "string_pattern_mismatch":
        complaint, mend = _DIGEST if "{64}" in str(context["pattern"]) else _ID
        return f"“{value}” in {name} {complaint}", mend
    if kind == "enum":
        choices = str(context["expected"]).replace(" or ", ", ").replace("'", "")
        guess = nearest(str(value), choices.split(", "))
        return f"“{value}” is no value of {name}", f"did you mean “{guess}”?" if guess else f"write one of: {choices}"
    return f"“{value}” in {name} is not valid", ""


def _dotted(path: KeyPath) -> str:
    """The keys of ``path``. Which item of a list is meant, the place says; nobody counts from 0."""
    return ".".join(part for part in path if isinstance(part, str))


def aliases(model: type[Record] | None) -> tuple[str, ...]:
    """The keys a record takes, as they are written in files."""
    return tuple(field.alias or name for name, field in model.model_fields.items()) if model else ()


def _model_at(model: type[Record], path: KeyPath) -> type[Record] | None:
    """The record that stands at ``path``, itself or as the item of a list."""
    if not path:
        return model
    field = _field_at(model, path)
    return next((kind for kind in _kinds(field.annotation) if issubclass(kind, Record)), None) if field else None


def _field_at(model: type[Record], path: KeyPath) -> FieldInfo | None:
    """The field that decides on the value at ``path``: list indices and keys of free tables stay in their field."""
    field: FieldInfo | None = None
    current: type[Record] | None = model
    for part in path:
        fields = {info.alias or name: info for name, info in current.model_fields.items()} if current else {}
        if part in fields:
            field = fields[str(part)]
            current = next((kind for kind in _kinds(field.annotation) if issubclass(kind, Record)), None)
    return field


def _kinds(annotation: Any) -> Iterable[type]:
    """The classes named in a type annotation, however deep."""
    if isinstance(annotation, type) and not get_args(annotation):
        yield annotation
    for argument in get_args(annotation):
        yield from _kinds(argument)


def _check_of(field: FieldInfo | None) -> Any:
    """Our check on a field: a function of the records, found in its annotation."""
    found = [*(field.metadata if field else ()), *_metadata(field.annotation if field else None)]
    return next((item.func for item in found if isinstance(item, AfterValidator)), None)


def _metadata(annotation: Any) -> Iterable[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for argument in get_args(annotation):
        yield from _metadata(argument)


def _languages_near(value: str) -> str:
    tags = languages_near(value)
    return f"did you mean {' or '.join(f'“{tag}”' for tag in tags)}?" if tags else ""
