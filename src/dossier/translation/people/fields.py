"""Which fields of a PO file's header name somebody, and what they say without that."""

import re
from collections.abc import Iterator

from dossier.translation.people.comments import ADDRESS_REMOVED, BOTH_REMOVED, NAME_REMOVED, PATH_REMOVED, Remark, in_order
from dossier.translation.people.header import Field, in_universal_time
from dossier.translation.people.trace import PERSON, ZONE, Cut
from dossier.translation.people.words import Found, mailboxes, paths

_PEOPLE = re.compile(
    r"(?:x-)?(?:(?:first|last)-)?(?:translator|author|contributor|reviewer|maintainer|proofreader)s?", re.IGNORECASE
)
_TEAMS = frozenset(("language-team", "report-msgid-bugs-to"))
_FOLDERS = ("x-poedit-basepath", "x-poedit-searchpath")
_ABSOLUTE = re.compile(r"[/\\~]|[A-Za-z]:|file:")


def names_in(field: Field) -> Iterator[str]:
    """The names of the people whom ``field`` is about."""
    if _PEOPLE.fullmatch(field.name):
        boxes = tuple(mailboxes(field.value))
        yield from (box.name for box in boxes)
        if not boxes:
            yield field.value.strip(" ,;")


def field_remarks(field: Field, known: re.Pattern[str] | None) -> tuple[Remark, ...]:
    """What names somebody, or a time zone, in ``field``. Without ``instead`` the whole field goes."""
    name = re.sub(r"[^\w-]", "", field.name)[:40]
    if any(mailboxes(field.name)) or (field.value.strip() and _is_about_people(field, known)):
        what = "a path of somebody's machine" if field.name.lower().startswith(_FOLDERS) else "a name or an address"
        shown = "" if any(mailboxes(field.name)) else f" {name}"
        return (Remark(PERSON, f"{what} in the header field{shown}", Found(0, len(field.value))),)
    if field.name.lower().endswith("-date") and (zone := in_universal_time(field.value)) is not None:
        start, end, instead = zone
        return (Remark(ZONE, f"a time zone in the header field {name}", Found(start, end), instead),)
    return in_order(_parts(field.value, name, known))


def field_cuts(field: Field, remark: Remark) -> tuple[Cut, ...]:
    """What scrubbing does about ``remark``."""
    if remark.instead is None:
        return field.whole
    return field.part(remark.found.start, remark.found.end, remark.instead)


def _is_about_people(field: Field, known: re.Pattern[str] | None) -> bool:
    name, value = field.name.lower(), field.value.strip()
    if _PEOPLE.fullmatch(name):
        return True
    if name in _TEAMS:
        return any(mailboxes(value)) or (known is not None and known.search(value) is not None)
    return name.startswith(_FOLDERS) and (_ABSOLUTE.match(value) is not None or any(paths(value)))


def _parts(value: str, name: str, known: re.Pattern[str] | None) -> Iterator[Remark]:
    what = f"a name, an address or a path in the header field {name}"
    yield from (Remark(PERSON, what, box, BOTH_REMOVED if box.name else ADDRESS_REMOVED) for box in mailboxes(value))
    yield from (Remark(PERSON, what, path, PATH_REMOVED) for path in paths(value))
    yield from (Remark(PERSON, what, Found(*again.span()), NAME_REMOVED) for again in (known.finditer(value) if known else ()))
