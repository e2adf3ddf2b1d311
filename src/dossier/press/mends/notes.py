"""Notes at the foot of a page that were lost, or came in another order than their calls."""

from typing import Any


def mend() -> None:
    """Keep every note of a line that is kept, and the order of notes that move on to the next page.

    Where a line does not fit above the notes, WeasyPrint 70 may move notes to the next page and then set the line after all
    (``_linebox_layout``). The line's own notes are forgotten there: they are on no page. And a note that moves on in this
    way comes behind later ones that had to move on before, so that 31 stands above 30.
    """
    from weasyprint.formatting_structure.boxes import LineBox
    from weasyprint.layout import block, page

    lay_out_lines, make_page = block._linebox_layout, page.make_page

    def with_all_notes(context: Any, box: Any, index: Any, child: Any, new_children: Any, *arguments: Any) -> Any:
        result = lay_out_lines(context, box, index, child, new_children, *arguments)
        abort, new_footnotes = result[0], result[4]
        if not abort and context.footnotes:
            for footnote in _forgotten(context, new_children, LineBox):
                context.layout_footnote(footnote)
                context.report_footnote(footnote)
                new_footnotes.append(footnote)
        return result

    def with_notes_in_order(context: Any, *arguments: Any, **options: Any) -> Any:
        order = _order(context)
        context.reported_footnotes.sort(key=lambda footnote: order[id(footnote)])
        return make_page(context, *arguments, **options)

    block._linebox_layout = with_all_notes
    page.make_page = with_notes_in_order


def _forgotten(context: Any, children: Any, line_box: Any) -> list[Any]:
    lines = (child for child in children if isinstance(child, line_box))
    found = (inner.footnote for line in lines for inner in line.descendants())
    return [footnote for footnote in found if footnote is not None and footnote in context.footnotes]


def _order(context: Any) -> dict[int, int]:
    """The place of each note in the document: before the first page is made they all wait, in the order of their calls."""
    if not hasattr(context, "order_of_notes"):
        context.order_of_notes = {id(footnote): place for place, footnote in enumerate(context.footnotes)}
    found: dict[int, int] = context.order_of_notes
    return found
