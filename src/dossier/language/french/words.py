"""Words that the rules of French typography know."""

MONTHS = (
    "janvier février fevrier mars avril mai juin juillet août aout septembre octobre novembre décembre decembre",
    "farvardin ordibehesht khordad tir mordad shahrivar chahrivar mehr aban azar dey bahman esfand",
    "farvardine ordibehecht khordâd mordâd âbân âzar",
)
"""Gregorian months, and those of the Iranian calendar as French writes them."""
SHORT_MONTHS = "janv févr fév avr juill juil sept oct nov déc"

_COUNTED = """
an jour heure minute seconde semaine siècle page ligne mètre kilomètre gramme kilo kilogramme litre tonne hectare degré
euro dollar franc rial toman million milliard mille mois fois ans jours heures minutes personne
"""
COUNTED = frozenset(_COUNTED.split())
"""What a number counts though it ends in no s or x, and also where the number might be a year."""
_NOT_COUNTED = """
dans sans sous vers dès hors puis mais alors après très plus moins certes jamais toujours depuis lors ailleurs parfois
les des ces ses mes tes nos vos leurs tous toutes aux eux ceux deux certains certaines plusieurs quelques divers diverses
nous vous ils elles lesquels lesquelles auxquels auxquelles desquels desquelles autres mêmes quels quelles
est suis sommes êtes étais avons avais fais dis vois vis mis pris permis cependant envers outremers volontiers près
"""
NOT_COUNTED = frozenset(_NOT_COUNTED.split())
"""Words in s or x that a number does not count."""
