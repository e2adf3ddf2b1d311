"""Templates and their own strings: the programme's, and over them what the project has of its own."""

from dossier.content.reading import read_found
from dossier.edition.catalogs import Messages, read_messages
from dossier.edition.environment import Templates, layered
from dossier.model.files import Files
from dossier.pipeline.defaults import default_catalog, default_templates
from dossier.translation.po import read_po


def read_templates(files: Files) -> Templates:
    """The programme's templates, overridden file by file by the project's own ``templates/``.

    Raises
    ------
    DossierError
        C014 or S006 for a file that cannot be read.
    """
    own = {path.removeprefix("templates/"): read_found(files, path) for path in files.glob("templates/**/*")}
    return layered(default_templates(), own)


def read_catalog(files: Files, language: str) -> Messages:
    """The templates' own strings in ``language``: the programme's, overridden message by message by the project's.

    Raises
    ------
    DossierError
        T001, T002 or T008 for a file of the project that is no PO file in order; C014 or S006 for one that cannot be read.
    """
    path = f"locales/{language.replace('-', '_')}/LC_MESSAGES/templates.po"
    layers = []
    if default := default_catalog(language):
        layers.append((f"dossier's own {path}", default))
    for own in files.glob(path):
        data = read_found(files, own)
        read_po(data, own)  # Babel, which reads it next, passes over what is broken or stands twice
        layers.append((own, data))
    return read_messages(layers)
