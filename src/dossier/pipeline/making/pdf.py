"""The PDFs of an edition, one for each profile that is asked for."""

from dossier.model.records import Profile
from dossier.pipeline.faces import set_up_faces
from dossier.pipeline.making.making import Made, Making


def configured(making: Making) -> Made:
    """The PDF of the profile that ``dossier.toml`` names."""
    return pdf(making, making.edition.localized.dossier.config.pdf.profile)


def printed(making: Making) -> Made:
    """The PDF for a printing house."""
    return pdf(making, Profile.PRINT)


def archived(making: Making) -> Made:
    """The PDF for keeping."""
    return pdf(making, Profile.ARCHIVE)


def pdf(making: Making, profile: Profile) -> Made:
    """The PDF of ``profile``, set once however often it is asked for."""
    if profile.value not in making.done:
        making.done[profile.value] = _set(making, profile)
    return making.done[profile.value]


def _set(making: Making, profile: Profile) -> Made:
    set_up_faces()
    from dossier.press.pdf import render, write

    if profile is Profile.PRINT:
        result = render(making.bundle, profile, making.read_intent())
    else:
        result = write(making.pages, profile, making.read_attachments() if profile is Profile.ARCHIVE else ())
    return Made(result.data, result.diagnostics, result.pages, making.bundle.html)
