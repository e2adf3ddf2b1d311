"""Characters that formats have no place for."""

import re

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 does not allow (2.2, production 2), escaped or not: controls, halves of surrogate pairs, U+FFFE and U+FFFF."""
