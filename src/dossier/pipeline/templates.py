"""Templates and their own strings: the programme's, and over them what the project has of its own."""

from collections.abc import Mapping, Sequence

from dossier.content.reading import read_found
from dossier.content.schema import nearest
from dossier.content.text import decode
from dossier.content.toml_file import read_toml
from dossier.edition.catalogs import Messages, pseudo_messages, read_messages
from dossier.edition.environment import Templates, layered
from dossier.language.pseudo import PSEUDO
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.document import Dossier
from dossier.model.files import Files
from dossier.pipeline.defaults import default_catalog, default_templates
from dossier.translation.locations import strings_path
from dossier.translation.po import read_po

NO_THEME = "default"
_THEMES = "themes/"


def read_templates(files: Files, theme: str = NO_THEME) -> Templates:
    """The programme's templates, overridden file by file by its theme, the project's own ``templates/``, and the project's theme.

    Parameters
    ----------
    files:
        The project.
    theme:
        The name of a folder below ``templates/themes/``, the programme's or the project's.

    Raises
    ------
    DossierError
        C014 or S006 for a file that cannot be read.
    """
    own = {path.removeprefix("templates/"): read_found(files, path) for path in files.glob("templates/**/*")}
    sets = default_templates(), own
    return layered(*(layer for found in sets for layer in (_without_themes(found), _of_theme(found, theme))))


def templates_of(files: Files, dossier: Dossier) -> Templates:
    """The templates that ``dossier`` asks for by its ``theme``.

    Raises
    ------
    DossierError
        P006 where there is no such theme; C014 or S006 for a file that cannot be read.
    """
    theme, known = dossier.config.theme, themes(files)
    if theme not in known:
        raise DossierError(_no_theme(files, dossier, known))
    return read_templates(files, theme)


def themes(files: Files) -> tuple[str, ...]:
    """The names of all themes, the programme's and the project's, with ``default`` first."""
    paths = [*default_templates(), *(path.removeprefix("templates/") for path in files.glob("templates/themes/**/*"))]
    found = {path.split("/")[1] for path in paths if path.startswith(_THEMES) and path.count("/") > 1}
    return (NO_THEME, *sorted(found - {NO_THEME}))


def _without_themes(layer: Mapping[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in layer.items() if not path.startswith(_THEMES)}


def _of_theme(layer: Mapping[str, bytes], theme: str) -> dict[str, bytes]:
    folder = f"{_THEMES}{theme}/"
    return {path.removeprefix(folder): data for path, data in layer.items() if path.startswith(folder)}


def _no_theme(files: Files, dossier: Dossier, known: Sequence[str]) -> Diagnostic:
    text, _ = decode(read_found(files, dossier.path), dossier.path)
    _, places = read_toml(text, dossier.path)
    theme = dossier.config.theme
    guess = nearest(theme, known)
    mend = f"did you mean “{guess}”?" if guess else f"write one of: {', '.join(known)}; or make templates/themes/{theme}/"
    return Diagnostic(CODES["P006"], f"there is no theme “{theme}”", places.value(("theme",)), mend=mend)


def read_catalog(files: Files, language: str) -> Messages:
    """The templates' own strings in ``language``: the programme's, overridden message by message by the project's.

    Those in a pseudo-language are made, not read.

    Raises
    ------
    DossierError
        T001, T002 or T008 for a file of the project that is no PO file in order; C014 or S006 for one that cannot be read.
    """
    if language in PSEUDO:
        return pseudo_messages(PSEUDO[language])
    path = strings_path(language)
    layers = []
    if default := default_catalog(language):
        layers.append((f"dossier's own {path}", default))
    for own in files.glob(path):
        data = read_found(files, own)
        read_po(data, own)  # Babel, which reads it next, passes over what is broken or stands twice
        layers.append((own, data))
    return read_messages(layers)
