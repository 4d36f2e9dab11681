from __future__ import annotations

import pytest

from bibproof.compare import Likeness
from bibproof.compare.names import is_group, name_likeness, name_of
from bibproof.model import Person

SAME, CLOSE, DIFFERENT = Likeness.SAME, Likeness.CLOSE, Likeness.DIFFERENT

NAMES = [
    (SAME, Person(family="Smith", given="J. D."), Person(family="Smith", given="John David")),
    (SAME, Person(family="Smith", given="JD"), Person(family="Smith", given="John David")),
    (SAME, Person(family="Smith", given="J.D."), Person(family="Smith", given="John D.")),
    (SAME, Person(family="Smith", given="J"), Person(family="Smith", given="John David")),
    (SAME, Person(family="Smith", given="John"), Person(family="Smith", given="J. D.")),
    (SAME, Person(family="Smith", given="Wm."), Person(family="Smith", given="William")),
    (SAME, Person(family="García Márquez", given="Gabriel"), Person(family="Garcia-Marquez", given="G.")),
    (
        SAME,
        Person(family="Márquez", given="Gabriel García"),
        Person(family="García Márquez", given="Gabriel"),
    ),
    (SAME, Person(family="Márquez", given="G."), Person(family="García Márquez", given="Gabriel")),
    (SAME, Person(family="García", given="G."), Person(family="García Márquez", given="Gabriel")),
    (SAME, Person(family="Berg", given="Jan", particle="van der"), Person(family="van der Berg", given="J.")),
    (SAME, Person(family="Berg", given="J. van der"), Person(family="van der Berg", given="J.")),
    (SAME, Person(family="Vander Berg", given="J."), Person(family="van der Berg", given="J.")),
    (SAME, Person(family="Vanderberg", given="J."), Person(family="van der Berg", given="J.")),
    (SAME, Person(family="Berg", given="J."), Person(family="van der Berg", given="J.")),
    (SAME, Person(family="Trotter", given="A.", suffix="Jr."), Person(family="Trotter, Jr.", given="A.")),
    (SAME, Person(family="Trotter", given="A."), Person(family="Trotter Jr", given="A.")),
    (SAME, Person(family="Müller", given="K."), Person(family="Mueller", given="Karl")),
    (SAME, Person(family="Muller", given="K."), Person(family="Müller", given="Karl")),
    (SAME, Person(family="Mueller", given="K."), Person(family="Muller", given="Karl")),
    (SAME, Person(family="Ørsted", given="H."), Person(family="Oersted", given="H.")),
    (SAME, Person(family="Weiß", given="A."), Person(family="Weiss", given="A.")),
    (SAME, Person(family="Håkansson", given="L."), Person(family="Haakansson", given="L.")),
    (SAME, Person(family="Łukasz", given="P."), Person(family="Lukasz", given="P.")),
    (SAME, Person(family="O'Brien", given="P."), Person(family="O’Brien", given="P.")),
    (SAME, Person(family="OBrien", given="P."), Person(family="O'Brien", given="P.")),
    (SAME, Person(family="O Brien", given="P."), Person(family="O'Brien", given="P.")),
    (SAME, Person(family="SMITH", given="JOHN"), Person(family="Smith", given="John")),
    (SAME, Person(literal="Jarred Younger"), Person(family="Younger", given="Jarred")),
    (SAME, Person(literal="Younger J"), Person(family="Younger", given="Jarred")),
    (SAME, Person(literal="Younger, J."), Person(family="Younger", given="Jarred")),
    (SAME, Person(family="Younger", given="Jarred"), Person(literal="Jarred Younger")),
    (SAME, Person(family="Xiaoming"), Person(family="Xiaoming")),
    (SAME, Person(family="Zhang", given="X.-M."), Person(family="Zhang", given="Xiaoming")),
    (SAME, Person(family="Zhang", given="X. M."), Person(family="Zhang", given="Xiao-Ming")),
    (SAME, Person(family="Zhang", given="XM"), Person(family="Zhang", given="Xiaoming")),
    (SAME, Person(family="Zhang", given="Xiaoming"), Person(family="Zhang", given="Xiao-Ming")),
    (SAME, Person(family="Wang Wei"), Person(family="Wei", given="Wang")),
    (SAME, Person(family="Wang Wei"), Person(family="Wang", given="Wei")),
    (SAME, Person(family="de Souza", given="A."), Person(family="Souza", given="A. de")),
    (SAME, Person(family="Meyer", given="Hans-Peter"), Person(family="Meyer", given="H.P.")),
    (SAME, Person(family="Meyer", given="H"), Person(family="Meyer", given="Hans-Peter")),
    (SAME, Person(family="St. John", given="A."), Person(family="St John", given="A.")),
    (SAME, Person(family="McLain", given="D."), Person(family="Mclain", given="David")),
    (SAME, Person(family="Mc Lain", given="D."), Person(family="McLain", given="David")),
    (SAME, Person(family="d'Alembert", given="J."), Person(family="D’Alembert", given="Jean")),
    (SAME, Person(family="Alembert", given="J. d'"), Person(family="d'Alembert", given="Jean")),
    (SAME, Person(family="Al-Ghamdi", given="A."), Person(family="Alghamdi", given="A.")),
    (SAME, Person(family="Ghamdi", given="A."), Person(family="Al-Ghamdi", given="A.")),
    (SAME, Person(family="von Neumann", given="John"), Person(family="Neumann", given="John von")),
    (SAME, Person(family="Kumar"), Person(family="Kumar", given="A.")),
    (SAME, Person(family="Le Cun", given="Y."), Person(family="LeCun", given="Yann")),
    (CLOSE, Person(family="Smith", given="Bob"), Person(family="Smith", given="Robert")),
    (DIFFERENT, Person(family="Smith", given="James"), Person(family="Smith", given="John")),
    (CLOSE, Person(family="Ivanov", given="Wladimir"), Person(family="Ivanov", given="Vladimir")),
    (CLOSE, Person(family="Ma", given="Qing"), Person(family="Ma", given="Ching")),
    (CLOSE, Person(family="Ma", given="Zhi"), Person(family="Ma", given="Chih")),
    (CLOSE, Person(family="Ma", given="Guo"), Person(family="Ma", given="Kuo")),
    (CLOSE, Person(family="Kim", given="Kyung"), Person(family="Kim", given="Gyeong")),
    (CLOSE, Person(family="Rossi", given="Beppe"), Person(family="Rossi", given="Giuseppe")),
    (DIFFERENT, Person(family="Ma", given="Qing"), Person(family="Ma", given="Tung")),
    (DIFFERENT, Person(family="Ma", given="Wei"), Person(family="Ma", given="Ao")),
    (DIFFERENT, Person(family="Kim", given="Gyeong"), Person(family="Kim", given="Paul")),
    (CLOSE, Person(family="Ivanov", given="Evgeny"), Person(family="Ivanov", given="Y.")),
    (CLOSE, Person(family="Ali", given="Mohamed"), Person(family="Ali", given="Muhammad")),
    (CLOSE, Person(family="Savas", given="Oe."), Person(family="Savas", given="Omer")),
    (CLOSE, Person(family="Popov", given="I."), Person(family="Popov", given="Y.")),
    (CLOSE, Person(family="Popov", given="Ivan J."), Person(family="Popov", given="Ivan Y.")),
    (CLOSE, Person(family="WB", given="Zhang"), Person(family="Zhang", given="Wen-Bin")),
    (CLOSE, Person(family="Armini", given="RdS"), Person(family="Armini", given="Rubia de Souza")),
    (CLOSE, Person(family="Costa", given="JSd"), Person(family="Costa", given="Janaina Santana da")),
    (CLOSE, Person(family="JS", given="KIM"), Person(family="KIM", given="Jihn Sang")),
    (CLOSE, Person(family="N", given="ALEXANDER"), Person(family="ALEXANDER", given="NICOLA")),
    (
        SAME,
        Person(family="Haro IA", given="Muñoz", particle="de"),
        Person(family="Muñoz de Haro", given="Ilse A."),
    ),
    (SAME, Person(family="Dijk J", particle="van"), Person(family="van Dijk", given="Jan")),
    (DIFFERENT, Person(family="Dijk K", particle="van"), Person(family="van Dijk", given="Jan")),
    (CLOSE, Person(family="IA", given="Mjoer"), Person(family="Mjör", given="Ivar Andreas")),
    (DIFFERENT, Person(family="Castro", given="W."), Person(family="Castro", given="Vanessa L.")),
    (DIFFERENT, Person(family="Fine", given="Z."), Person(family="Fine", given="J.")),
    (DIFFERENT, Person(family="Fine", given="Robert K."), Person(family="Fine", given="Robert D.")),
    (DIFFERENT, Person(family="Fine", given="R. K."), Person(family="Fine", given="R. D.")),
    (SAME, Person(family="Fine", given="Robert"), Person(family="Fine", given="Robert D.")),
    (CLOSE, Person(family="Smith", given="Peter"), Person(family="Smith", given="J. Peter")),
    (CLOSE, Person(family="Wei", given="Zhang"), Person(family="Zhang", given="Wei")),
    (CLOSE, Person(family="Wei", given="Z."), Person(family="Zhang", given="Wei")),
    (CLOSE, Person(family="Kulish", given="R."), Person(family="Kulich", given="Ronald J.")),
    (CLOSE, Person(family="Chebyshev", given="P."), Person(family="Tschebyscheff", given="P.")),
    (CLOSE, Person(family="Yakovlev", given="I."), Person(family="Iakovlev", given="I.")),
    (CLOSE, Person(family="Dostoyevsky", given="F."), Person(family="Dostoevskii", given="F.")),
    (DIFFERENT, Person(family="Smith", given="R."), Person(family="Smith", given="J.")),
    (DIFFERENT, Person(family="Patten", given="D. K."), Person(family="Kim", given="Phillip S.")),
    (DIFFERENT, Person(family="Canan", given="F."), Person(family="Li", given="Zijian")),
    (DIFFERENT, Person(family="Lee", given="J."), Person(family="Li", given="J.")),
    (DIFFERENT, Person(family="Wang", given="L."), Person(family="Yang", given="L.")),
    (DIFFERENT, Person(family="Johnson", given="A."), Person(family="Jones", given="A.")),
]


@pytest.mark.parametrize(("likeness", "cited", "recorded"), NAMES)
def test_names(likeness, cited, recorded):
    assert name_likeness(name_of(cited), name_of(recorded)) is likeness


@pytest.mark.parametrize(("likeness", "cited", "recorded"), NAMES)
def test_names_the_other_way_round(likeness, cited, recorded):
    assert name_likeness(name_of(recorded), name_of(cited)) is likeness


@pytest.mark.parametrize(
    "group",
    [
        Person(literal="World Health Organization"),
        Person(given="for the", family="Argus II Study Group"),
        Person(literal="ATLAS Collaboration"),
        Person(family="Canadian Pain Society"),
        Person(literal="SAMHSA"),
    ],
)
def test_groups(group):
    assert is_group(group)


@pytest.mark.parametrize(
    "person", [Person("Group", "Ann"), Person("Younger", "Jarred"), Person(literal="Jarred Younger")]
)
def test_people(person):
    assert not is_group(person)
