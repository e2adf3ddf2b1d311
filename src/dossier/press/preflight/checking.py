"""A PDF held against the rules for what it is for."""

import pikepdf

from dossier.model.diagnostics import Diagnostic
from dossier.model.records import Profile
from dossier.press.preflight.facts.opened import opened
from dossier.press.preflight.facts.surveying import survey_of
from dossier.press.preflight.facts.values import Packet, Survey
from dossier.press.preflight.finding import Finding
from dossier.press.preflight.report import Report, diagnostics_of
from dossier.press.preflight.rules import RULES


def preflight(data: bytes, purpose: Profile | None = None, name: str = "") -> tuple[Diagnostic, ...]:
    """What a printing house, an archive or a reader would complain of in a PDF.

    Parameters
    ----------
    data:
        The file, which may be hostile.
    purpose:
        What it is for: ``print`` (PDF/X-4, ISO 15930-7), ``archive`` or ``screen`` (what PDF/A and PDF/UA ask of the
        structure, and what no validator tells); by default what the file claims to be.
    name:
        How findings call it.
    """
    return examine(data, purpose, name).diagnostics


def examine(data: bytes, purpose: Profile | None = None, name: str = "") -> Report:
    """As :func:`preflight`, with what was checked."""
    try:
        survey = _survey(data)
    except pikepdf.PasswordError:
        return _unread("X002", "the file asks for a password", name)
    except pikepdf.PikepdfError as error:
        return _unread("X001", "the file cannot be read as PDF", name, str(error).partition(": ")[2][:160])
    except MemoryError:
        return _unread("X005", "the file wants more memory than there is", name)
    except _ACCIDENTS as error:
        # The survey expects values of any type everywhere; what it did not expect is a damage, and told as one.
        return _unread("X001", "the file is damaged in a way that cannot be followed", name, type(error).__name__)
    if not survey.pages:
        return _unread("X001", "the file has no pages", name)
    purpose = purpose or _claimed(survey.packet)
    found = (finding for rule in RULES[purpose] for finding in rule(survey))
    return Report(
        purpose,
        claims_of(survey.packet),
        diagnostics_of(found, name),
        len(survey.pages),
        len(survey.fonts),
        len(survey.pictures),
    )


def claims_of(packet: Packet) -> str:
    """The standards that a file claims to keep, in words; empty where it claims none."""
    part = packet.get("pdfaid:part")
    claims = (
        packet.get("pdfxid:GTS_PDFXVersion"),
        f"PDF/A-{part}{packet.get('pdfaid:conformance').lower()}" if part else "",
        f"PDF/UA-{packet.get('pdfuaid:part')}" if packet.get("pdfuaid:part") else "",
    )
    return ", ".join(filter(None, claims))[:80]


_ACCIDENTS = (ArithmeticError, AttributeError, LookupError, RecursionError, RuntimeError, TypeError, ValueError)


def _survey(data: bytes) -> Survey:
    with opened(data) as pdf:
        return survey_of(pdf)


def _claimed(packet: Packet) -> Profile:
    """What the file claims to be for: nothing is claimed by most, which are for reading."""
    if packet.get("pdfxid:GTS_PDFXVersion"):
        return Profile.PRINT
    return Profile.ARCHIVE if packet.get("pdfaid:part") else Profile.SCREEN


def _unread(code: str, message: str, name: str, reason: str = "") -> Report:
    return Report(None, "", diagnostics_of([Finding(code, message, example=reason)], name))
