"""What may be wrong with a machine's sentence, one rule a file. See :func:`~dossier.translation.drafting.guards.rules.faults`."""
