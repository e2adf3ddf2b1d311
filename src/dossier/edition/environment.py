"""Templates as values, and the Jinja environment they run in.

The environment is Jinja's sandbox: a template comes with somebody's dossier and is content like any other. Values that do not
exist are errors, and everything is escaped unless it is markup already.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import CodeType
from typing import Any

from jinja2 import BytecodeCache, FunctionLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.bccache import Bucket
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from dossier.edition.catalogs import Messages
from dossier.edition.words import in_plain_text, set_markup, set_text
from dossier.language.bidi import isolated
from dossier.language.numbers import file_size, format_number, format_percent
from dossier.language.registry import language as by_tag
from dossier.language.value import Language
from dossier.model.bundle import Asset
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.media_types import media_type_of
from dossier.model.place import Place

_ASSETS = (".css", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".woff2", ".otf", ".ttf")


@dataclass(frozen=True, slots=True)
class Templates:
    """Template files by their path below ``templates/``, as :func:`layered` gives them."""

    files: Mapping[str, bytes]

    def assets(self, folder: str) -> dict[str, Asset]:
        """What lies in ``folder`` beside the templates: style sheets, logos. Keys are relative to ``folder``."""
        return {
            path.removeprefix(f"{folder}/"): Asset(data, media_type_of(path))
            for path, data in sorted(self.files.items())
            if path.startswith(f"{folder}/") and path.lower().endswith(_ASSETS)
        }


def layered(*layers: Mapping[str, bytes]) -> Templates:
    """Templates in layers, the programme's first; a file of a later layer takes the place of its namesake."""
    files: dict[str, bytes] = {}
    for layer in layers:
        files.update(layer)
    return Templates(files)


Renderer = Callable[[str, Mapping[str, Any]], str]
"""Fills the template of a name with values; raises P004, with file and line of the template, as :func:`rendered` does."""


def renderer(templates: Templates, messages: Messages, language: Language) -> Renderer:
    """A renderer for many pages."""
    environment = _environment(templates, messages, language)
    return lambda name, values: _filled(environment, templates, name, values)


def rendered(templates: Templates, name: str, messages: Messages, language: Language, values: Mapping[str, Any]) -> str:
    """The template ``name`` filled with ``values``.

    Raises
    ------
    DossierError
        P004, with file and line of the template, where it is missing, breaks Jinja's rules or uses what does not exist.
    """
    return renderer(templates, messages, language)(name, values)


def _filled(environment: ImmutableSandboxedEnvironment, templates: Templates, name: str, values: Mapping[str, Any]) -> str:
    try:
        return environment.get_template(name).render(values)
    except TemplateSyntaxError as error:
        raise _unusable(error.message or "syntax error", error.name or name, error.lineno) from error
    except TemplateNotFound as error:
        raise _unusable(f"there is no template “{error.name}”", *_where(error, templates, name)) from error
    # What a template does wrong while it runs can raise anything: a filter given None, a sum of text and number.
    except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError, AttributeError) as error:
        raise _unusable(str(error), *_where(error, templates, name)) from error


def _environment(templates: Templates, messages: Messages, language: Language) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(lambda name: _source(templates, name)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=["jinja2.ext.i18n"],
        bytecode_cache=_compiled(language),
    )
    _install(environment, messages)
    environment.filters.update(_filters(language))
    environment.globals["reader"] = language
    return environment


class _Compiled(BytecodeCache):
    """Templates as code, by their name and text: to compile them takes longer than to fill them."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        if bucket.code is not None:
            self._codes[bucket.key, bucket.checksum] = bucket.code


@lru_cache(maxsize=16)
def _compiled(language: Language) -> _Compiled:
    """One for each language: the compiler asks its filters for what they make of a constant."""
    return _Compiled()


def _source(templates: Templates, name: str) -> tuple[str, str, None] | None:
    data = templates.files.get(name)
    if data is None:
        return None
    try:
        return data.decode("utf-8-sig"), f"templates/{name}", None
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        place = Place(f"templates/{name}", before.count("\n") + 1, len(before) - before.rfind("\n"))
        raise DossierError(Diagnostic(CODES["C001"], "the template is not UTF-8", place)) from error


def _install(environment: ImmutableSandboxedEnvironment, messages: Messages) -> None:
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        messages.gettext, messages.ngettext, newstyle=True, pgettext=messages.pgettext
    )


def _filters(language: Language) -> dict[str, Any]:
    return {
        "digits": lambda value: language.in_digits(str(value)),
        "number": lambda value: format_number(value, language),
        "percent": lambda value: format_percent(value, language),
        "size": lambda value: file_size(value, language),
        "typeset": lambda value: set_markup(escape(value), language),
        "typeset_text": lambda value: set_text(_plain(value), language),
        "plain_isolates": lambda value, tag=language.tag: in_plain_text(_plain(value), by_tag(tag)),
        "isolate": lambda value, own: Markup(isolated(_plain(value), own, language)),
    }


def _plain(value: object) -> str:
    """What a value says, for an attribute; messages come escaped already."""
    return value.unescape() if isinstance(value, Markup) else str(value)


def _where(error: BaseException, templates: Templates, name: str) -> tuple[str, int]:
    """The deepest line of a template in the traceback; Jinja writes the templates' own names and lines into it."""
    found, line, step = name, 0, error.__traceback__
    while step is not None:
        file = step.tb_frame.f_code.co_filename.removeprefix("templates/")
        if file in templates.files:
            found, line = file, step.tb_lineno
        step = step.tb_next
    return found, line


def _unusable(message: str, name: str, line: int) -> DossierError:
    return DossierError(Diagnostic(CODES["P004"], message.rstrip("."), Place(f"templates/{name}", line)))
