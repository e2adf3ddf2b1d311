"""The structure of a tagged PDF (ISO 32000-1, 14.7 and 14.8; ISO 14289-1, 7): what a screen reader walks through.

WeasyPrint 70 makes one structure element for each box of each page. Its tree is valid and tells little: running heads are part
of the text, a paragraph or a table that a page break cuts is two, notes are nobody's, header cells head nothing. Here the tree
is one of the *document*:

1. While pages are drawn, each piece of content is remembered with its box. (:mod:`.marks`)
2. The boxes of all pages are walked through once; each element of HTML becomes one structure element, however many lines and
   pages it takes. What repeats itself, or says nothing, is an artifact. (:mod:`.gathering`, :mod:`.roles`)
3. Rules put the tree in the form the standards ask for, one rule a module. (:data:`.rules.RULES`)
4. The tree is written, with the way back from content to it. (:mod:`.writing`)

Import the modules of this package only after :func:`dossier.press.engine.load_engine`;
:func:`dossier.press.mends.structure.mend` puts them in their place.
"""
