"""The text under the page: what readers copy, search and hear is what was written, letter for letter.

A PDF shows glyphs and tells, for each code of a font, which characters it stands for (ToUnicode, ISO 32000-1, 9.10.3). Where one
glyph serves several letters (the dotless *beh* of ب ت ن ی), several glyphs make one letter (a letter and its dots, a letter and
its vowel sign), one glyph several letters (لا), or no glyph at all one character (the zero-width non-joiner), a table from
glyphs to characters cannot be true. Here codes are not glyphs. What is written is:

1. **A code for each character, in visual order**, also where several share a glyph: one code shows it, the others show
   nothing, have no width, and stand where the glyph begins. A glyph that stands for another character elsewhere has another
   code there. (:mod:`.codes`)
2. **What several glyphs show is one composite glyph** of the embedded font, so that no code is left over without a character.
   (:mod:`.outlines`)
3. **Runs of one direction in logical order**, each from left to right, as text objects of their own. (:mod:`.lines`)
4. **A number in Arabic or Persian digits is one code** that stands for all its characters. (:mod:`.clusters`)
5. **U+200F where a reader would misjudge the direction of what has none**: beside numbers and Latin words in a line from right
   to left. It is what Unicode provides for that (UAX #9, 2.6), is not seen, and adds no width. (:mod:`.reading`)
6. **A hyphen that parts a word at the end of a line is U+00AD** (ISO 32000-1, 14.8.2.2.3).

That this is what poppler, PDFium, MuPDF and pypdf need, each for reasons of its own, is measured in the tests
(``tests/press/test_text_fidelity.py``) and told in :mod:`.reading`. No pixel of a page changes by it.

Fonts without TrueType outlines (CFF, bitmaps, colour) are set as WeasyPrint sets them. So are documents with forms or whole
fonts (``pdf_forms``, ``full_fonts``), whose codes must be glyphs: dossier makes none.

Import the modules of this package only after :func:`dossier.press.engine.load_engine`; :func:`dossier.press.mends.mend_all`
puts them in their place.
"""
