"""Floats that a page break cut, and that then moved on whole."""

from typing import Any


def mend() -> None:
    """Keep the end of a split float off the next page where the float itself was moved there.

    WeasyPrint 70 remembers the rest of a float that a page break cuts. Where the block around it then gives up its place and
    is set again on the next page, the rest stays remembered (``block_container_layout`` looks for the float it laid out among
    those it did not), and is set there a second time, over the text: the second line of a date in a timeline, say.
    """
    from weasyprint.layout import block

    lay_out = block.block_container_layout

    def forgetting(context: Any, box: Any, *arguments: Any, **options: Any) -> Any:
        before = frozenset(context.broken_out_of_flow)
        result = lay_out(context, box, *arguments, **options)
        if result[0] is None:
            for rest in context.broken_out_of_flow.keys() - before:
                del context.broken_out_of_flow[rest]
        return result

    block.block_container_layout = forgetting
