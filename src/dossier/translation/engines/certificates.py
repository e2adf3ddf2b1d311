"""Whom to believe when a server says who it is."""

import ssl
from functools import cache

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError


@cache
def trusted(code: str) -> ssl.SSLContext:
    """The usual authorities, or those that ``SSL_CERT_FILE`` or ``SSL_CERT_DIR`` names instead; read once.

    Parameters
    ----------
    code:
        What it is called where these cannot be read: the server cannot be reached then.

    Raises
    ------
    DossierError
        With this code.
    """
    import httpx

    try:
        return httpx.create_ssl_context()
    except OSError as error:  # ssl.SSLError is one
        reason = error.strerror or type(error).__name__
        message = f"the certificates that SSL_CERT_FILE or SSL_CERT_DIR names cannot be read: {reason}"
        mend = "let the variable name a file of certificates (PEM) that is there, or unset it"
        raise DossierError(Diagnostic(CODES[code], message, mend=mend)) from error
