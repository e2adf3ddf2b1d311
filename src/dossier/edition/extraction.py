"""The templates' own messages as a POT file, without a clock: the same templates give the same bytes."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from string import Template

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.pofile import write_po

_OPTIONS = {"jinja2": {"newstyle_gettext": "true", "trim_blocks": "true"}, "python": {}}
_HEADER = Template(
    """\
# The templates' own strings: what dossier prints beside the words of a dossier.
# This file is distributed under the same license as dossier.
msgid ""
msgstr ""
"Project-Id-Version: dossier\\n"
"Language: $language\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
)


def template_messages(files: Mapping[str, bytes]) -> bytes:
    """A POT file of the messages in ``files``.

    Parameters
    ----------
    files:
        Python modules and Jinja templates by their path, which references show.

    Returns
    -------
    The POT file: entries in the order of the paths, references without lines, so that moving text changes nothing.
    """
    catalog = Catalog(charset="utf-8")
    for path, data in sorted(files.items()):
        for _, messages, comments, context in _extracted(path, data):
            catalog.add(messages, locations=[(path, 0)], auto_comments=comments, context=context)
    return _HEADER.substitute(language="").encode() + _written(catalog)


def _extracted(path: str, data: bytes) -> Iterable[tuple[int, str | tuple[str, ...], list[str], str | None]]:
    method = "python" if path.endswith(".py") else "jinja2"
    return extract(method, BytesIO(data), comment_tags=("Translators:",), options=_OPTIONS[method])


def _written(catalog: Catalog) -> bytes:
    out = BytesIO()
    write_po(out, catalog, omit_header=True, include_lineno=False)
    return out.getvalue()
