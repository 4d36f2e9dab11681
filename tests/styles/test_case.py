"""Sentence case: titles as they are written in bibliographies, and as the manuals want them."""

from __future__ import annotations

import pytest

from bibproof.richtext import Face, Run, plain, rich
from bibproof.styles._case import apa_case, vancouver_case

# As written | as APA has it. Vancouver is the same, unless a third part says otherwise.
TITLE_CASE = """
The Development of Attachment in Infancy | The development of attachment in infancy
Working Memory Training in Older Adults | Working memory training in older adults
A Theory of Everything | A theory of everything
Sleep and Mood | Sleep and mood
Learning to Read in Finnish and English | Learning to read in Finnish and English
Foreign Aid and Growth in Sub-Saharan Africa | Foreign aid and growth in sub-Saharan Africa
The Politics of Memory in Post-Soviet Ukraine | The politics of memory in post-Soviet Ukraine
Child Poverty in the United States | Child poverty in the United States
Housing Markets in New York City and San Francisco | Housing markets in New York City and San Francisco
Water Policy in South Africa and Northern Ireland | Water policy in South Africa and Northern Ireland
Trade Unions in West Germany, 1949–1989 | Trade unions in West Germany, 1949–1989
North American Bird Migration | North American bird migration
Latin American Cinema After the Cold War | Latin American cinema after the Cold War
The Causes of World War II | The causes of World War II
Women and the French Revolution | Women and the French Revolution
Coral Reefs of the Pacific Ocean | Coral reefs of the Pacific Ocean
Sediments of the Baltic Sea | Sediments of the Baltic Sea
The Fall of the Roman Empire | The fall of the Roman Empire
Everyday Life in Ming China | Everyday life in Ming China
Guinea Pigs as Models of Asthma | Guinea pigs as models of asthma
Bayesian Inference for Markov Chains | Bayesian inference for Markov chains
Monte Carlo Methods in Finance | Monte Carlo methods in finance
A Poisson Model of Insurance Claims | A Poisson model of insurance claims
On Gaussian Processes and Fourier Features | On Gaussian processes and Fourier features
Representations of Lie Algebras | Representations of Lie algebras
The Hall Effect in Thin Films | The Hall effect in thin films
Van der Waals Forces at Interfaces | Van der Waals forces at interfaces
Care of Patients With Alzheimer's Disease | Care of patients with Alzheimer's disease
Parkinson’s Disease and Gait | Parkinson’s disease and gait
Management of Crohn Disease in Children | Management of Crohn disease in children
Screening for Down Syndrome | Screening for Down syndrome
Hodgkin Lymphoma in Young Adults | Hodgkin lymphoma in young adults
Guillain-Barré Syndrome After Zika Virus Infection | Guillain-Barré syndrome after Zika virus infection
Kaplan–Meier Curves Explained | Kaplan–Meier curves explained
Freud and the Interpretation of Dreams | Freud and the interpretation of dreams
A Piagetian View of Number | A Piagetian view of number
Shakespeare’s Sonnets and Their Readers | Shakespeare’s sonnets and their readers
Darwin, Marx, and the Idea of Progress | Darwin, Marx, and the idea of progress
Harry Potter and Moral Development | Harry Potter and moral development
The Letters of Virginia Woolf | The letters of Virginia Woolf
The Presidency of John F. Kennedy | The presidency of John F. Kennedy
Jean-Paul Sartre and Freedom | Jean-Paul Sartre and freedom
The Life of St. Francis | The life of St. Francis
DNA Methylation in Cancer | DNA methylation in cancer
HIV-1 Infection and AIDS | HIV-1 infection and AIDS
COVID-19 Vaccines in Pregnancy | COVID-19 vaccines in pregnancy
SARS-CoV-2 Variants of Concern | SARS-CoV-2 variants of concern
mRNA Vaccines Against Influenza | mRNA vaccines against influenza
An fMRI Study of Reading | An fMRI study of reading
The pH of Soils | The pH of soils
Diffusion of CO2 in H2O | Diffusion of CO2 in H2O
Use of the iPhone in Schools | Use of the iPhone in schools
YouTube and Political Talk | YouTube and political talk
Attitudes Toward McDonald's Advertising | Attitudes toward McDonald's advertising
U.S. Immigration Policy | U.S. immigration policy
A Ph.D. Is Not Enough | A Ph.D. is not enough
Vitamin D and Bone Health | Vitamin D and bone health
Type A Behavior and Heart Disease | Type A behavior and heart disease
Hepatitis B in Health Workers | Hepatitis B in health workers
Toward A Theory of Play | Toward a theory of play
Factor V Deficiency | Factor V deficiency
Symptoms of Type 2 Diabetes | Symptoms of type 2 diabetes
Panel Survey Wave 3 | Panel survey Wave 3 | Panel survey wave 3
Results of Experiment 2 | Results of Experiment 2 | Results of experiment 2
Teaching Grade 4 Mathematics | Teaching Grade 4 mathematics | Teaching grade 4 mathematics
Self-Report Measures of Sleep | Self-report measures of sleep
Meta-Analysis in Practice | Meta-analysis in practice
A Cross-Cultural, Long-Term Study | A cross-cultural, long-term study
T-Cell Responses in Mice | T-cell responses in mice
X-Ray Diffraction of Crystals | X-ray diffraction of crystals
α-Synuclein Aggregation | α-Synuclein aggregation
Non-Euclidean Geometry | Non-Euclidean geometry
African-American Literature | African-American literature
Teachers and/or Parents | Teachers and/or parents
Input/Output Analysis of Trade | Input/output analysis of trade
Trends in May 2020 | Trends in May 2020
Exercise May Reduce Anxiety | Exercise may reduce anxiety
The March of Progress | The march of progress
Elections of March 1933 | Elections of March 1933
Monday Morning Effects in Markets | Monday morning effects in markets
Christmas Shopping and Debt | Christmas shopping and debt
Buddhist Ethics and the Bible | Buddhist ethics and the Bible
Muslim Women in Europe | Muslim women in Europe
Victorian Ghost Stories | Victorian ghost stories
Pleistocene Mammals | Pleistocene mammals
Nazi Propaganda and Its Audience | Nazi propaganda and its audience
The Rings of Saturn | The rings of Saturn
Brexit and the European Union | Brexit and the European Union
Twitter Use Among Journalists | Twitter use among journalists
Medicare Reform | Medicare reform
Nobel Prizes in Physics | Nobel Prizes in physics
Ni–Pb Alloys and Au Films | Ni–Pb alloys and Au films
Fate of Escherichia coli in Soil | Fate of Escherichia coli in soil
Phylogeny of the Asteraceae | Phylogeny of the Asteraceae
Beetles of the Family Carabidae | Beetles of the family Carabidae
Norms for the Beck Depression Inventory (BDI) | Norms for the Beck Depression Inventory (BDI)
Trends in Heart Rate Variability (HRV) | Trends in heart rate variability (HRV)
Native American Languages | Native American languages
Black Holes and Time | Black holes and time
Racism and Black Men | Racism and Black men
Indigenous Peoples and Law | Indigenous Peoples and law
Indigenous Species of Grass | Indigenous species of grass
Economics: An Introduction | Economics: An introduction | Economics: an introduction
Sleep: A Review of Reviews | Sleep: A review of reviews | Sleep: a review of reviews
Quantum Theory: Its Limits | Quantum theory: Its limits | Quantum theory: its limits
Memory: DNA and Beyond | Memory: DNA and beyond
Migration: European Perspectives | Migration: European perspectives
Trade: New Zealand and Its Partners | Trade: New Zealand and its partners
Neurons: mRNA Transport | Neurons: mRNA transport
Who Votes? A Study of Turnout | Who votes? A study of turnout
Stop! The Case for Rest | Stop! The case for rest
Aging Well. A Guide | Aging well. A guide
Part II. The Long Road | Part II. The long road
Dose vs. Response in Rats | Dose vs. response in rats
Fear—And How to Lose It | Fear—And how to lose it | Fear—and how to lose it
How Cities—And Towns—Grow | How cities—and towns—grow
Doing “The Right Thing” at Work | Doing “the right thing” at work
Proc. of the Third Bee Day | Proc. of the third bee day
Rain and Soil. DNA in Moss | Rain and soil. DNA in moss
A Talk With Ambassador Nancy Brown | A talk with Ambassador Nancy Brown
Life Under Prime Minister Margaret Thatcher | Life under Prime Minister Margaret Thatcher
Letters to President Cecilia Orr | Letters to President Cecilia Orr
The President and the Press | The president and the press
San Francisco Housing Markets | San Francisco housing markets
Scott Syndrome and Bleeding | Scott syndrome and bleeding
A Lucas Polynomial Solution | A Lucas polynomial solution
A Test of Life (TOL). The Long Road | A test of life (TOL). The long road
Growth of Funaria hygrometrica on Rock | Growth of Funaria hygrometrica on rock
A Boy With Zellweger’s Disease | A boy with Zellweger’s disease
The Children's Law of Averages | The children's law of averages
Salts of Iron(III) in Rain | Salts of iron(III) in rain
Hurricane Katrina and Its Floods | Hurricane Katrina and its floods
Central American Frogs | Central American frogs
Stars. I. The Core | Stars. I. The core
Histiocytosis X. The Role of Light | Histiocytosis X. The role of light
Long Rain – A Study of Moss | Long rain – A study of moss
Vitamins A and E in Milk | Vitamins A and E in milk
Toxins of Group A in Milk | Toxins of group A in milk
The “Other” Side of Care | The “other” side of care
Trees (And Other Plants) | Trees (and other plants)
Cooking With Gas: Bread and Pies | Cooking with gas: Bread and pies | Cooking with gas: bread and pies
The Concise Dictionary of Botany | The concise dictionary of botany
Narrative Therapy | Narrative therapy
Thinking, Fast and Slow | Thinking, fast and slow
Time's Arrow and Newton's Laws | Time's arrow and Newton's laws
Gone With the Wind | Gone with the wind
The Art of War | The art of war
Linux Kernel Development | Linux kernel development
GitHub Copilot in Class | GitHub copilot in class
Sjögren Syndrome and Dry Eye | Sjögren syndrome and dry eye
"""

SENTENCE_CASE = """
Effects of ibuprofen on pain in children | Effects of ibuprofen on pain in children
Growing up in Tromsø with Sámi grandparents | Growing up in Tromsø with Sámi grandparents
The diary of Anne Lister, edited with notes | The diary of Anne Lister, edited with notes
A letter from Mr Darcy to his aunt | A letter from Mr Darcy to his aunt
Sleep: a review | Sleep: A review | Sleep: a review
Sleep: A review | Sleep: A review | Sleep: a review
Sleep: an update of evidence | Sleep: An update of evidence | Sleep: an update of evidence
Sleep: Europe and its clocks | Sleep: Europe and its clocks
Sleep: DNA repair at night | Sleep: DNA repair at night
Sleep: p53 and its role | Sleep: p53 and its role
Sleep: mTOR signalling at night | Sleep: mTOR signalling at night
Sleep: self-report and its limits | Sleep: Self-report and its limits | Sleep: self-report and its limits
Does it work? a trial in mice | Does it work? A trial in mice | Does it work? a trial in mice
Growth of Aspergillus spp. in grain | Growth of Aspergillus spp. in grain
Dose vs. response in rats | Dose vs. response in rats
Ratios of 10:1 in soils: a map | Ratios of 10:1 in soils: A map | Ratios of 10:1 in soils: a map
ggplot2: elegant graphics | ggplot2: Elegant graphics | ggplot2: elegant graphics
limma: tools for arrays | limma: Tools for arrays | limma: tools for arrays
the effects of rain on grass | The effects of rain on grass
p53 in tumours of the skin | p53 in tumours of the skin
n-3 fatty acids and mood | n-3 fatty acids and mood
iPhone users and their sleep | iPhone users and their sleep
Filamin | Filamin
Humble | Humble
ABBA | ABBA
HIV | HIV
1984 | 1984
dplyr: A Grammar of Data | dplyr: A grammar of data | dplyr: a grammar of data
COVID-19: lessons for schools | COVID-19: Lessons for schools | COVID-19: lessons for schools
I'm Nurse Nancy Orr. Ask me about work at night | I'm nurse Nancy Orr. Ask me about work at night
How Do Cities Grow? The answer lies in their soil | How do cities grow? The answer lies in their soil
Doctor Who. A history of those who watched | Doctor Who. A history of those who watched
Will Smythe. The life of a man in films | Will Smythe. The life of a man in films
Great Barrier Reef. A review of what grows there | Great Barrier Reef. A review of what grows there
"""

CAPITALS = """
EFFECTS OF REST ON GROWTH | Effects of rest on growth
DNA REPAIR IN MICE | DNA repair in mice
CANCER IN SOUTH AFRICA: A REVIEW | Cancer in South Africa: A review | Cancer in South Africa: a review
HENRY VIII AND HIS COURT | Henry VIII and his court
ALZHEIMER'S DISEASE AND DIET | Alzheimer's disease and diet
WORLD WAR II IN FILM | World War II in film
"""

OTHER_LANGUAGES = """
Die Entwicklung der Sprache beim Kind
Zur Psychologie des Lernens
Über die Grenzen der Vernunft: eine Kritik
La psychologie de l’enfant
Histoire de la Folie à l'Âge Classique
El Ingenioso Hidalgo Don Quijote de la Mancha
Il Nome della Rosa
Os Sertões da Bahia e do Norte
Het Achterhuis van een Meisje
Psykologi for barn: en innføring i faget og praksis
Война и мир: роман
源氏物語
"""


def _table(text):
    rows = [tuple(part.strip() for part in line.split(" | ")) for line in text.strip().splitlines()]
    return [(row[0], row[1], row[-1]) for row in rows]


@pytest.mark.parametrize(
    ("written", "in_apa", "in_vancouver"), _table(TITLE_CASE) + _table(SENTENCE_CASE) + _table(CAPITALS)
)
def test_titles(written, in_apa, in_vancouver):
    assert plain(apa_case(rich(written), None)) == in_apa
    assert plain(vancouver_case(rich(written), "english")) == in_vancouver


@pytest.mark.parametrize(("_written", "in_apa", "_in_vancouver"), _table(TITLE_CASE))
def test_what_is_in_sentence_case_stays_so(_written, in_apa, _in_vancouver):
    assert plain(apa_case(rich(in_apa), None)) == in_apa


@pytest.mark.parametrize("title", OTHER_LANGUAGES.strip().splitlines())
def test_titles_in_other_languages_are_left_alone(title):
    assert apa_case(rich(title), None) == rich(title)
    assert vancouver_case(rich(title), None) == rich(title)


@pytest.mark.parametrize("language", ["german", "de-AT", "french", "spanish", "ngerman", "Latin"])
def test_the_entry_says_that_the_title_is_in_another_language(language):
    title = rich("Reading Faces: A Study")
    assert apa_case(title, language) is title
    assert vancouver_case(title, language) is title


@pytest.mark.parametrize(
    "language", ["en", "en-GB", "English", "eng", "american", "USenglish", "british", ""]
)
def test_english_has_many_names(language):
    assert plain(apa_case(rich("Reading Faces: A Study"), language)) == "Reading faces: A study"


KEPT = Face.KEPT


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ((Run("The "), Run("Ozymandias", KEPT), Run(" Effect in Art")), "The Ozymandias effect in art"),
        ((Run("The "), Run("O", KEPT), Run("zymandias Effect")), "The Ozymandias effect"),
        ((Run("{Whole} Titles Stay", KEPT),), "{Whole} Titles Stay"),
        ((Run("Rest: "), Run("a", KEPT), Run(" Matter of Time")), "Rest: a matter of time"),
        ((Run("Rest", KEPT), Run(": a matter of time")), "Rest: A matter of time"),
        ((Run("Growth of "), Run("Bacillus Subtilis", Face.ITALIC), Run(" in Milk")),
         "Growth of Bacillus Subtilis in milk"),
        ((Run("Reading Faces", Face.ITALIC), Run(" in Art", Face.ITALIC)), "Reading faces in art"),
        ((Run("Loss of H"), Run("2", Face.SUBSCRIPT), Run("O From Leaves")), "Loss of H2O from leaves"),
        ((Run("Rise of T"), Run("Max", Face.SUBSCRIPT), Run(" in Soils")), "Rise of TMax in soils"),
        ((Run("Women at "), Run("Howard", KEPT), Run(" University")), "Women at Howard University"),
        ((Run("Decay of "), Run("Bs", tex="B_s"), Run(" Mesons")), "Decay of Bs mesons"),
    ],
)  # fmt: skip
def test_what_is_marked_stays(title, expected):
    cased = apa_case(title, None)
    assert plain(cased) == expected
    assert [(run.face, run.tex, len(run.text)) for run in cased] == [
        (run.face, run.tex, len(run.text)) for run in title
    ]


@pytest.mark.parametrize(
    "text",
    ["", " ", "—", ":", ": ", "A", "a", "“", "( )", "İSTANBUL İLE İZMİR", "ß", "ŉ: ŉ", "\ue000 A Big Day"],
)
def test_odd_texts_come_back_in_their_length(text):
    for case in (apa_case, vancouver_case):
        assert len(plain(case(rich(text), None))) == len(text)


def test_latin_phrases_are_no_names_in_italics_either():
    title = (Run("Tests: "), Run("In Vivo", Face.ITALIC), Run(" Growth of Cells"))
    assert plain(apa_case(title, None)) == "Tests: In vivo growth of cells"
