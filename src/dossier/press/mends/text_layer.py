"""Text under the page that is not what was written: Persian letters without their joiners, and with the dots of other letters."""


def mend() -> None:
    """Write text as :mod:`dossier.press.text_layer` tells, in the place of WeasyPrint 70's own way."""
    from weasyprint.draw import text as drawing_of_text
    from weasyprint.pdf import fonts
    from weasyprint.svg import text as svg_text
    from weasyprint.text import line_break

    from dossier.press.text_layer.embedding import cutting, describing
    from dossier.press.text_layer.hyphens import noting_hyphens
    from dossier.press.text_layer.lines import drawing
    from dossier.press.text_layer.missing import numbering

    drawing_of_text.draw_first_line = svg_text.draw_first_line = drawing(drawing_of_text.draw_first_line)
    line_break.first_line_metrics = noting_hyphens(line_break.first_line_metrics)
    fonts.Font.clean = cutting(fonts.Font.clean)
    fonts.Font.get_unused_glyph_id = numbering(fonts.Font.get_unused_glyph_id)
    fonts._build_vector_font_dictionary = describing(fonts._build_vector_font_dictionary)
