"""Words that stand in names: particles, suffixes, nicknames, what groups are called. Folded as in `text`."""

from __future__ import annotations

from bibproof.compare.text import word_set

SUFFIXES = word_set(
    """
    jr sr junior senior ii iii iv 2nd 3rd 4th phd md msc mph dds esq
    """
)
PARTICLES = word_set(
    """
    van von der den de del della dello di da das dos do du la le les lo el al ter ten zu zum zur vom af
    av d dal degli vander vanden vande bin ibn ben abu st saint y e i
    """
)
GROUP_WORDS = word_set(
    """
    group groups consortium collaboration collaborative collaborators committee society association
    organization organisation investigators network initiative department university institute team
    study trial trialists program programme project council agency ministry office bureau commission
    federation foundation center centre administration academy college hospital alliance union members
    writing force panel editors staff board behalf registry survey
    """
)
_NICKNAMES = """
    robert rob bob bobby bert
    william will bill billy wm
    richard dick rick rich
    elizabeth liz beth betty betsy lisa elsa
    margaret peggy meg maggie
    james jim jimmy jamie
    john jack johnny jon janos
    edward ed ted eddie
    charles charlie chuck chas
    henry harry hank
    michael mike mick
    thomas tom tommy
    joseph joe
    katherine catherine kate kathy cathy ekaterina katerina
    susan sue
    anthony tony
    andrew andy drew
    alexander alex sasha sandy
    theodore ted
    francis frank
    patricia pat patty trish
    david dave
    daniel dan danny
    stephen steven steve
    geoffrey jeffrey jeff geoff
    lawrence larry
    gerald jerry
    samuel sam
    benjamin ben
    rebecca becky
    deborah debbie deb
    jennifer jenny jen
    christopher chris kit
    nicholas nick
    matthew matt
    ronald ron
    donald don
    kenneth ken
    timothy tim
    gregory greg
    frederick fred
    philip phil
    peter pete
    george geo jerzy
    albert al bert
    eugene gene
    antonio toni
    jose pepe chema
    francisco paco pancho
    ignacio nacho
    javier xavier xavi
    giuseppe beppe pino
    luigi gigi
    antonino nino
    alessandro sandro
    alexandra xandra sandra
    victoria vicky tori
    willem wim pim
    johannes juha hans jan joop jens jussi
    nikolai nikolay mykola kolya
    vladimir vova volodya
    anastasia nastya
    elena helen yelena
"""
NICKNAMES_OF: dict[str, frozenset[str]] = {}
for _listed in _NICKNAMES.strip().splitlines():
    for _name in _listed.split():
        NICKNAMES_OF[_name] = NICKNAMES_OF.get(_name, frozenset()) | frozenset(_listed.split())

SHORT_FOR = {"wm": "william", "chas": "charles", "geo": "george", "jas": "james", "thos": "thomas"}
