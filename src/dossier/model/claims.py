"""Who says what: questions, and what each source answers to them: ``content/<dossier>/claims.toml``."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from dossier.model.records import Identifier, Language, Record, Status, Text


class Answer(Record):
    """What one source answers to a question.

    Parameters
    ----------
    source:
        Id of the source's record.
    answer:
        Its answer in a few words; what stands between quotation marks is the source's own wording.
    locator:
        Where in the source, as in a citation: ``para. 3``.
    voice:
        Who says it in the source, where that is not plain: ``quoting a former judge``.
    language:
        BCP 47 tag of the language that ``answer`` is in; ``None`` for the dossier's own.
    """

    source: Identifier
    answer: Text
    locator: str = ""
    voice: str = ""
    language: Language | None = None


class Question(Record):
    """A question that several sources answer, each in its own way. Passages refer to it by its ``id``."""

    id: Identifier
    question: Text
    answers: Annotated[tuple[Answer, ...], Field(min_length=1)]


class Claims(Record):
    """The file. ``status`` tells whether a person has compared the answers with their sources."""

    status: Status = Status.DRAFT
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]

    def answers(self) -> Iterator[tuple[int, int, Answer]]:
        """Every answer in the order of the file, with the positions of its question and, in it, of itself."""
        for number, question in enumerate(self.questions):
            yield from ((number, index, answer) for index, answer in enumerate(question.answers))


def question_key(question: int) -> str:
    """The key under which readers' words of a question stand among the strings of the claims' document."""
    return f"questions.{question}.question"


def answer_key(question: int, answer: int, field: str) -> str:
    """The same for ``answer`` or ``voice`` of an answer."""
    return f"questions.{question}.answers.{answer}.{field}"
