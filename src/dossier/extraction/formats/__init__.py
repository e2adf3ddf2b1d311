"""One module a format; :data:`dossier.extraction.extract.FORMATS` names them by media type."""
