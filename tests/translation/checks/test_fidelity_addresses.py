"""T013: a translation brings in no address, and nothing that a programme might run."""

import pytest

from dossier.translation.checks.fidelity.addresses import check
from dossier.translation.checks.fidelity.links import check as check_links
from translation.samples import beside

FAULTS = [
    ("Read it.", "fr", "Lisez [cela](javascript:alert(1))."),
    ("Read it.", "fr", "Lisez [cela](JaVaScript:alert(1))."),
    ("Read it.", "fr", "Lisez [cela](java&#x73;cript:alert(1))."),
    ("Read it.", "fr", "Lisez [cela](<javascript: alert(1)>)."),
    ("Read it.", "fr", "Lisez cela : ｊａｖａｓｃｒｉｐｔ：alert(1)"),
    ("Read it.", "fr", "Lisez [cela](vbscript:msgbox)."),
    ("Read it.", "fr", "Lisez [cela](data:text/html;base64,PHNjcmlwdD4=)."),
    ("Read it.", "fr", "Lisez [cela](file:///etc/passwd)."),
    ("Read it.", "fr", "Lisez https://example.org/a."),
    ("Read it.", "fr", "Lisez www.example.org."),
    ("Read it.", "fr", "Écrivez à quelqu’un@example.org."),
    ("Read it.", "fr", 'Lisez <a href="https://example.org">cela</a>.'),
    ("Read it.", "fr", "Lisez example.org/a."),
    ("See https://example.org/a.", "fr", "Voir http://example.org/a."),
    ("See https://example.org/a.", "fr", "Voir https://example.org/b."),
    ("Write to a@example.org.", "fr", "Écrivez à b@example.org."),
    ("Read it.", "fa", "[این](javascript:alert(1)) را بخوانید."),
    ("Read it.", "fa", "این را بخوانید: https://example.org/الف."),
    ("Read it.", "fa", "این را در www.example.org بخوانید."),
    ("Read it.", "fa", "به a@example.org بنویسید."),
    ("Read it.", "fa", "[این](data:text/html,x) را بخوانید."),
    ("See https://example.org/a.", "fa", "https://example.net/a را ببینید."),
    ("See https://example.org/a.", "fa", "http://example.org/a را ببینید."),
    ("Read it.", "fa", "[این](file:///etc/passwd) را بخوانید."),
    ("Read it.", "fa", "این را بخوانید: vb\u200cscript:msgbox"),
    ("Read it.", "fa", "«ftp://example.org/x» را بخوانید."),
    ("Read it.", "fa", "example.com/a را بخوانید."),
    ("Read it.", "fa", "[این](&#106;avascript&colon;alert(1)) را بخوانید."),
]
GOOD = [
    ("See https://example.org/a.", "fr", "Voir https://example.org/a !"),
    ("See <https://example.org/a>.", "fr", "Voir https://example.org/a."),
    ("See [it](https://example.org/a).", "fr", "Voir [cela](https://example.org/a)."),
    ("See [it](https://example.org/a).", "fr", "Voir [https://example.org/a](https://example.org/a)."),
    ("The data: 5, and a file: 3.", "fr", "Les data : 5, et un file: 3."),
    ("Data of 1988.", "fr", "Les données : celles de 1988."),
    ("Read it: now.", "fr", "À lire : maintenant."),
    ("Write to a@example.org.", "fr", "Écrivez à a@example.org."),
    ("Run `javascript:void(0)`.", "fr", "Lancez javascript:void(0)."),
    ("JavaScript: a language", "fr", "JavaScript : un langage"),
    ("See www.example.org/.", "fr", "Voir www.example.org."),
    ("at 5:30, 3.5 of it", "fr", "à 5:30, 3.5 de cela"),
    ("See (https://example.org/a_(b)).", "fr", "Voir (https://example.org/a_(b))."),
    ("See https://example.org/a.", "fa", "https://example.org/a را ببینید."),
    ("See https://example.org/a.", "fa", "ببینید: «https://example.org/a»."),
    ("See [it](https://example.org/a).", "fa", "[این](https://example.org/a) را ببینید."),
    ("Write to a@example.org.", "fa", "به a@example.org بنویسید."),
    ("See https://example.org/a and www.example.org.", "fa", "www.example.org و https://example.org/a را ببینید."),
    ("Read it: now.", "fa", "بخوانید: اکنون."),
    ("Data of 1988", "fa", "داده‌ها: ۱۹۸۸"),
    ("50% &amp; more", "fa", "۵۰٪ &amp; بیشتر"),
    ("at 5:30", "fa", "ساعت ۵:۳۰"),
    ("version 1.2.3 of a.md", "fa", "نسخهٔ 1.2.3 از a.md"),
    ("%s://%s", "fa", "%s://%s"),
    ("Mr. Doe. He", "fa", "آقای دو.او"),
]


@pytest.mark.parametrize(("original", "language", "translation"), FAULTS)
def test_an_address_that_nobody_vouched_for_is_told(original: str, language: str, translation: str) -> None:
    found = list(check(beside(original, translation, language=language)))
    assert found
    assert {one.code for one in found} == {"T013"}


@pytest.mark.parametrize(("original", "language", "translation"), GOOD)
def test_addresses_of_the_original_are_good(original: str, language: str, translation: str) -> None:
    assert not [one.message for one in check(beside(original, translation, language=language))]


@pytest.mark.parametrize(
    "translation",
    [
        "Voir [cela](http://example.org/a).",
        "Voir [cela](https://example.org/b).",
        "Voir [cela](https://www.example.org/a).",
        "Voir [cela](https://example.org/a) et [ceci](b.md).",
        "Voir cela.",
    ],
)
def test_other_links_to_the_same_host_are_told_once(translation: str) -> None:
    one = beside("See [it](https://example.org/a).", translation)
    assert list(check_links(one))
    assert not list(check(one))


@pytest.mark.parametrize(
    "address",
    ["https://example.net/a", "//example.net", "java%73cript:alert(1)", "java&Tab;script:alert(1)", "java\u200bscript:alert(1)"],
)
def test_a_link_to_another_place_is_told_here_too_for_it_cannot_be_silenced(address: str) -> None:
    one = beside("See [it](https://example.org/a).", f"Voir [cela](https://example.org/a) et [ceci]({address}).")
    assert [found.code for found in (*check_links(one), *check(one))] == ["T003", "T013"]


def test_a_mailbox_may_become_a_link() -> None:
    assert not list(check(beside("Write to a@example.org.", "Écrivez à <a@example.org>.")))


def test_it_says_what_it_found() -> None:
    (found,) = check(beside("Read it.", "Lisez [cela](JaVaScript:alert)."))
    assert found.message == "the translation has “JaVaScript:alert”, what a programme could run or open; the original has not"
    (found,) = check(beside("See https://example.org/a.", "Voir http://example.org/a."))
    assert found.mend == "copy it from the original: https://example.org/a"
