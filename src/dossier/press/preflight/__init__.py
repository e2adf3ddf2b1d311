"""What a printing house or an archive would send back of a PDF, of ours or of anybody's.

``facts`` reads a file once, within limits, and gives a survey of plain values; ``rules`` are functions from it to findings,
one rule a file; ``report`` puts together what is alike. :func:`dossier.press.preflight.checking.preflight` is the way in.
"""
