"""Fetch a package: gone on with where it broke off, and nobody's package until it is whole and has its digest.

What is half there lies in a ``.part`` file of the cache folder, beside it what the server said to tell versions apart (RFC 9110,
section 8.8). A range is asked for only if the file is still the same (``If-Range``, section 13.1.5); a server that knows no
ranges sends all of it again.
"""

import hashlib
import json
import os
import re
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.pipeline.models.addresses import shown
from dossier.pipeline.models.asking import BrokenOffError, answer, unreachable
from dossier.pipeline.models.index import Offer
from dossier.pipeline.models.limits import Limits
from dossier.pipeline.syncing import sync_folder
from dossier.pipeline.writing import explain_os_error
from dossier.translation.engines.time_limit import TimeLimit

if TYPE_CHECKING:
    import httpx

Tell = Callable[[int, int | None], None]
"""Called with the bytes that are there, and with how many there will be where that is known."""
_ZIP = b"PK\x03\x04"
_SPARE = 50_000_000
"""Bytes that a download leaves free on the disk."""


def download(asker: "httpx.Client", offer: Offer, folder: Path, limits: Limits, tell: Tell) -> Path:
    """The file of ``offer`` in ``folder``, fetched from the first of its links that gives it.

    Raises
    ------
    DossierError
        M010 (no link answers), M013 (not what was promised), M014 (far too large), M017 (an address that may not be asked),
        S002, S003, S006 (the folder cannot be written). What is half there stays for the next time.
    """
    ready = folder / f"{offer.name}.argosmodel"
    if not offer.links:
        raise DossierError(Diagnostic(CODES["M011"], f"the package index has no address for {offer.name}"))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if ready.is_file() and _fault(ready, offer) is None:
            return ready
        return _from_any_link(asker, offer, ready, limits, tell)
    except OSError as error:
        raise DossierError(explain_os_error(error, ready.name)) from error


def _from_any_link(asker: "httpx.Client", offer: Offer, ready: Path, limits: Limits, tell: Tell) -> Path:
    faults: list[Diagnostic] = []
    for link in offer.links:
        part = _Part.of(ready, link)
        try:
            _fetch(asker, link, part, limits, tell)
            _accept(part, ready, offer)
        except DossierError as error:
            if any(found.code.id.startswith("S") for found in error.diagnostics):
                raise
            if any(found.code.id == "M014" for found in error.diagnostics):
                part.discard()
            faults.extend(error.diagnostics)
        else:
            return ready
    first, *others = faults
    details = tuple(("then", found.message) for found in others)
    raise DossierError(Diagnostic(first.code, first.message, details=(*first.details, *details)))


@dataclass(frozen=True, slots=True)
class _Part:
    """A download on its way: the bytes so far, and the note by which the server knows which file they are of."""

    file: Path
    note: Path

    @classmethod
    def of(cls, ready: Path, link: str) -> "_Part":
        """Each link has its own: two servers may hold different files."""
        file = ready.with_name(f"{ready.stem}-{hashlib.sha256(link.encode()).hexdigest()[:8]}.part")
        return cls(file, file.with_suffix(".json"))

    @property
    def size(self) -> int:
        try:
            return self.file.stat().st_size
        except FileNotFoundError:
            return 0

    def validator(self) -> str:
        """What stands in ``If-Range``; empty where the download cannot be gone on with."""
        try:
            known = json.loads(self.note.read_text(encoding="utf-8"))["if_range"]
        except (OSError, ValueError, KeyError, TypeError):
            return ""
        return known if isinstance(known, str) and known.isprintable() and known.isascii() else ""

    def begin(self, validator: str) -> None:
        """Forget what was there; ``validator`` belongs to what comes now."""
        self.discard()
        if validator:
            self.note.write_text(json.dumps({"if_range": validator}), encoding="utf-8")

    def discard(self) -> None:
        self.file.unlink(missing_ok=True)  # first: a note without a file is harmless
        self.note.unlink(missing_ok=True)


def _fetch(asker: "httpx.Client", link: str, part: _Part, limits: Limits, tell: Tell) -> None:
    """Get all of the file, going on after breaks as long as each try brings more."""
    for left in reversed(range(limits.tries)):
        before = part.size
        try:
            return _try(asker, link, part, limits, tell)
        except BrokenOffError as error:
            if not left or part.size <= before:
                kept = (
                    (("kept", f"{part.size:,} bytes; the next try goes on from there"),) if part.size and part.validator() else ()
                )
                raise unreachable(f"“{shown(link)}” cannot be fetched: {error}", kept) from error


def _try(asker: "httpx.Client", link: str, part: _Part, limits: Limits, tell: Tell) -> None:
    validator, there = part.validator(), part.size
    headers = {"Range": f"bytes={there}-", "If-Range": validator} if there and validator else {}
    time = TimeLimit(limits.deadline)
    with answer(asker, link, headers, limits, time) as response:
        if response.status_code == 416:
            if _range(response) == (None, there):
                return  # it was all there
            part.discard()
            return _try(asker, link, part, limits, tell)  # once: nothing is left that a range could begin after
        start, total = _extent(response, there if headers else 0)
        _refuse_too_large(total, start, part.file, limits)
        if not start:
            part.begin(_validator(response))
        _write(_steady(response, limits, time), part.file, start, total, limits, tell)


def _steady(response: "httpx.Response", limits: Limits, time: TimeLimit) -> Iterator[bytes]:
    """The body as it comes (blocks of one size would be lost where it breaks off), as long as it comes fast enough."""
    counted = 0
    for block in response.iter_raw():
        counted += len(block)
        if counted >= limits.least:
            counted = 0
            time.renew()
        yield block


def _write(blocks: Iterable[bytes], file: Path, start: int, total: int | None, limits: Limits, tell: Tell) -> None:
    done = start
    with file.open("ab") as opened:
        tell(done, total)
        for block in blocks:
            done += len(block)
            if done > limits.archive:
                raise _too_large(limits)
            opened.write(block)
            tell(done, total)
        opened.flush()
        os.fsync(opened.fileno())
    if total is not None and done != total:
        raise BrokenOffError(f"it ended after {done:,} of {total:,} bytes")


def _extent(response: "httpx.Response", asked: int) -> tuple[int, int | None]:
    """Where the body begins in the file, and how long the file is."""
    if response.status_code == 200:
        length = response.headers.get("Content-Length", "")
        return 0, int(length) if length.isascii() and length.isdigit() else None
    start, total = _range(response)
    if not asked or start != asked:
        raise BrokenOffError("it sends another part of the file than was asked for")
    return asked, total


def _range(response: "httpx.Response") -> tuple[int | None, int | None]:
    """Start and length of the whole in ``Content-Range`` (RFC 9110, section 14.4)."""
    found = re.fullmatch(
        r"bytes (?:(\d{1,18})-\d{1,18}|\*)/(?:(\d{1,18})|\*)", response.headers.get("Content-Range", ""), re.ASCII
    )
    if found is None:
        return None, None
    return int(found[1]) if found[1] else None, int(found[2]) if found[2] else None


def _validator(response: "httpx.Response") -> str:
    """A strong ETag, else the time of the last change: a weak tag may not stand in ``If-Range``."""
    tag: str = response.headers.get("ETag", "")
    if tag.startswith('"'):
        return tag
    last: str = response.headers.get("Last-Modified", "")
    return last


def _refuse_too_large(total: int | None, start: int, file: Path, limits: Limits) -> None:
    if total is None:
        return
    if total > limits.archive:
        raise _too_large(limits)
    if total - start + _SPARE > shutil.disk_usage(file.parent).free:
        raise DossierError(Diagnostic(CODES["S003"], f"no space left for {total - start:,} bytes that are to be fetched"))


def _too_large(limits: Limits) -> DossierError:
    return DossierError(Diagnostic(CODES["M014"], f"the server sends more than {limits.archive:,} bytes, which no model has"))


def _accept(part: _Part, ready: Path, offer: Offer) -> None:
    """Give a whole file its name, or throw it away."""
    if fault := _fault(part.file, offer):
        part.discard()
        raise DossierError(fault)
    part.file.replace(ready)
    part.note.unlink(missing_ok=True)
    sync_folder(ready.parent)


def _fault(file: Path, offer: Offer) -> Diagnostic | None:
    with file.open("rb") as opened:
        if opened.read(len(_ZIP)) != _ZIP:
            return Diagnostic(CODES["M013"], f"what the server sent as {offer.name} is no package")
        opened.seek(0)
        found = hashlib.file_digest(opened, "sha256").hexdigest()
    if offer.sha256 in (None, found):
        return None
    details = (("promised", f"sha256 {offer.sha256}"), ("found", f"sha256 {found}"))
    return Diagnostic(CODES["M013"], f"{offer.name} has not the digest that the package index promised", details=details)
