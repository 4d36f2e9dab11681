"""Names as the styles write them."""

from __future__ import annotations

import pytest

from bibproof.model import Person
from bibproof.styles._people import (
    apa_initials,
    apa_name,
    apa_name_direct,
    family_name,
    initials,
    vancouver_initials,
    vancouver_name,
)


@pytest.mark.parametrize(
    ("given", "in_apa", "in_vancouver"),
    [
        ("Henry-James", "H.-J.", "HJ"),
        ("Henry-James R", "H.-J. R.", "HJ"),
        ("Marie-Jean-Antoine", "M.-J.-A.", "MJ"),
        ("Xiu-ming", "X.", "X"),
        ("H-K", "H.-K.", "HK"),
        ("H.-K.", "H.-K.", "HK"),
        ("J. -P.", "J.-P.", "JP"),
        ("Yu‐Chan", "Y.-C.", "YC"),
        ("Yu – Chan", "Y. C.", "YC"),
        ("S.E.", "S. E.", "SE"),
        ("S. E.", "S. E.", "SE"),
        ("SE", "S. E.", "SE"),
        ("SE.", "S. E.", "SE"),
        ("JRR", "J. R. R.", "JR"),
        ("Michelle YL", "M. Y. L.", "MY"),
        ("JOHN", "J.", "J"),
        ("WEI LI", "W. L.", "WL"),
        ("FREDERICK G.", "F. G.", "FG"),
        ("Scott D.", "S. D.", "SD"),
        ("Ægir", "Æ.", "Æ"),
        ("Élise", "É.", "É"),
        ("E\u0301lise", "É.", "É"),
        ("Ödön von", "Ö. von", "Ö"),
        ("D'Arcy", "D.", "D"),
        ("’Abd", "A.", "A"),
        ("McKenzie", "M.", "M"),
        ("kanak", "K.", "K"),
        ("Yu. A.", "Yu. A.", "YuA"),
        ("B.YU.", "B. Yu.", "BYu"),
        ("G. Th.", "G. Th.", "GTh"),
        ("Ch. F.", "C. F.", "CF"),
        ("Wm. D.", "W. D.", "WD"),
        ("Dr. Valerie", "V.", "V"),
        ("Prof. Ann B.", "A. B.", "AB"),
        ("Xiong (Bill)", "X.", "X"),
        ("Minsu “Mike” K.", "M. K.", "MK"),
        ("R. F. de Oliveira", "R. F. de O.", "RF"),
        ("Иван Петрович", "И. П.", "ИП"),
        ("小明", "小明", "小明"),
        ("محمد", "محمد", "محمد"),
        ("-", "-", "-"),
        ("", "", ""),
    ],
)
def test_initials(given, in_apa, in_vancouver):
    assert apa_initials(given) == in_apa
    assert vancouver_initials(given) == in_vancouver


def test_initials_keep_their_hyphen():
    assert initials("Henry-James R") == ("H", "-J", "R")
    assert initials("-James") == ("J",)


@pytest.mark.parametrize(
    ("person", "in_apa", "direct", "in_vancouver"),
    [
        (Person("Moss", "Ada"), "Moss, A.", "A. Moss", "Moss A"),
        (
            Person("Berg", "John R.", "van der", "Jr."),
            "van der Berg, J. R., Jr.",
            "J. R. van der Berg Jr.",
            "van der Berg JR Jr",
        ),
        (Person("Moss", "Ada C", suffix="III"), "Moss, A. C., III", "A. C. Moss III", "Moss AC 3rd"),
        (Person("Moss", "A", suffix="Junior"), "Moss, A., Jr.", "A. Moss Jr.", "Moss A Jr"),
        (Person("Moss", "A", suffix="sr"), "Moss, A., Sr.", "A. Moss Sr.", "Moss A Sr"),
        (Person("Moss", "Ada B. Jr."), "Moss, A. B., Jr.", "A. B. Moss Jr.", "Moss AB Jr"),
        (Person("Moss", "Henry Louis, III"), "Moss, H. L., III", "H. L. Moss III", "Moss HL 3rd"),
        (Person("Alembert", "Jean", "d'"), "d'Alembert, J.", "J. d'Alembert", "d'Alembert J"),
        (Person("Hakim", "Omar", "al-"), "al-Hakim, O.", "O. al-Hakim", "al-Hakim O"),
        (Person("Silva", "Ana Pereira da"), "Silva, A. P. da", "A. P. da Silva", "da Silva AP"),
        (Person("hooks", "bell"), "hooks, b.", "b. hooks", "hooks B"),
        (Person("KIM", "JUN"), "KIM, J.", "J. KIM", "KIM J"),
        (Person("MOSS", "JA"), "MOSS, J. A.", "J. A. MOSS", "MOSS JA"),
        (Person("王", "小明"), "王小明", "王小明", "王小明"),
        (Person("김", "민수"), "김민수", "김민수", "김민수"),
        (Person("Иванов", "Иван"), "Иванов, И.", "И. Иванов", "Иванов И"),
        (Person("Plato"), "Plato", "Plato", "Plato"),
        (Person(given="Madonna"), "Madonna", "Madonna", "Madonna"),
        (Person("Moss", "–"), "Moss, –", "– Moss", "Moss –"),
        (Person(literal="Moss Club, Inc."), "Moss Club, Inc.", "Moss Club, Inc.", "Moss Club, Inc."),
        (Person(), "", "", ""),
    ],
)  # fmt: skip
def test_names(person, in_apa, direct, in_vancouver):
    assert apa_name(person) == in_apa
    assert apa_name_direct(person) == direct
    assert vancouver_name(person) == in_vancouver


def test_the_family_name_has_its_particle():
    assert family_name(Person("Berg", "Jan", "van der")) == "van der Berg"
    assert family_name(Person("Alembert", "Jean", "d’")) == "d’Alembert"
    assert family_name(Person(given="Madonna")) == "Madonna"
    assert family_name(Person(literal="Moss Society")) == "Moss Society"
