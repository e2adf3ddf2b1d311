"""WeasyPrint and nothing else: ``bare.py PAGE.HTML OUT.PDF OPTIONS``, options being those of ``write_pdf``, as JSON."""

import json
import sys

from weasyprint import HTML

HTML(sys.argv[1]).write_pdf(sys.argv[2], **json.loads(sys.argv[3]))
