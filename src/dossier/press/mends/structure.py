"""A structure tree that repeats running heads, cuts paragraphs and tables at page breaks, and calls notes nothing."""


def mend() -> None:
    """Write the structure as :mod:`dossier.press.pdf.structure` tells, in the place of WeasyPrint 70's own way.

    By itself, WeasyPrint tells no change of language, no scope of header cells, and the place of figures in CSS pixels; its lists
    hold what lists must not, its links within links are no links, and running heads are content. Each has a test.
    """
    import weasyprint.pdf
    from weasyprint.pdf.stream import Stream

    from dossier.press.pdf.structure.marks import marked
    from dossier.press.pdf.structure.writing import add_structure

    Stream.marked = marked
    weasyprint.pdf.add_tags = add_structure
