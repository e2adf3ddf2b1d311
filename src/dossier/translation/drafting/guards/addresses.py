"""Addresses and identifiers that are not those of the original: a reader must not be led to a place that a machine made up.

A letter more or less in ``A/HRC/45/13`` or in an e-mail address is enough, so each must be in the answer as it stands in the
original, and no other. What an address is, :mod:`dossier.language.addresses` and T013 say.
"""

import re
from collections.abc import Iterator
from itertools import islice

from dossier.language.addresses import addresses_in
from dossier.translation.checks.fidelity import addresses
from dossier.translation.drafting.guards.fault import Fault, Sentence
from dossier.translation.drafting.guards.reading import passage_of

_TOLD = 3
_WORDS = re.compile(r"[A-Za-z]+(?:-[A-Za-z0-9]+)+|[0-9]+(?:[/-][0-9]+)*-[a-z]+")
"""Words of the language with a number: *COVID-19* is «کووید ۱۹», and *18-page* is translated."""


def check(sentence: Sentence) -> Iterator[Fault]:
    """Look for each address of the original in the answer, then for addresses that the answer brings in."""
    original, text = sentence.original, sentence.reply.text
    given = dict.fromkeys(original[start:end] for start, end in addresses_in(original))
    lost = [address for address in given if address not in text and not _WORDS.fullmatch(address)]
    for address in lost[:_TOLD]:
        yield Fault(f"“{address}” is lost or changed")
    if not lost:
        yield from (Fault(finding.message) for finding in islice(addresses.check(passage_of(sentence)), _TOLD))
