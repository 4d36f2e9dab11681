"""Words that keep their capital in sentence case: a frozen table, in lower case.

It can't know every name. A user who needs another word kept puts it in braces, or in CSL's class "nocase".
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

_PLACES = """
aarhus aberdeen abidjan abuja accra addis adelaide adriatic aegean afghanistan africa afrotropical alabama
alaska albania albany alberta albuquerque aleppo alexandria algeria algiers almaty alps amazon amazonia
america amman amsterdam amur anatolia andalusia andes andorra angola ankara antananarivo antarctic
antarctica antigua antwerp appalachia appalachians arabia arctic arequipa argentina arizona arkansas armenia
asia asmara assam asuncion asunción atacama athens atlanta atlantic auckland auschwitz austin australia
austria azerbaijan babylon baghdad bahamas bahia bahrain baku bali balkans balochistan baltic baltimore
bamako bandung bangalore bangkok bangladesh barbados barcelona bari basel basra bavaria beersheba beijing
beirut belarus belfast belgium belgrade belize bengal bengaluru benghazi benin bergen berkeley berlin bern
bhutan bihar bilbao birmingham bishkek bloemfontein bogota bogotá bohemia boise bolivia bologna bombay bonn
bordeaux borneo bosnia boston botswana braga brahmaputra brasilia brasília bratislava brazil bremen
bridgetown brisbane bristol britain brittany brno brooklyn brunei brussels bucharest budapest bujumbura
bulawayo bulgaria burgundy burma burundi busan byzantium cairo calcutta calgary cali california cambodia
cambridge cameroon campinas canada canberra caracas cardiff caribbean carolina casablanca catalonia cataluña
caucasus cebu charlotte chengdu chennai chernobyl chesapeake chiang chiapas chicago chile china chongqing
christchurch cincinnati cleveland cluj coimbra cologne colombia colombo colorado comoros concepción congo
connecticut copenhagen cordoba cornell cornwall coventry crete crimea croatia cuba curitiba cusco cuzco
cyprus czechia czechoslovakia córdoba daegu dakar dakota dalian dallas damascus danang danube darfur darwin
davao debrecen delaware delft delhi denmark denver detroit dhaka dijon djibouti dnieper dniester dodoma doha
dortmund dresden dubai dublin dunedin durban durham düsseldorf ecuador edinburgh edmonton egypt eindhoven
england erbil eritrea essex estonia eswatini ethiopia euphrates eurasia europe everest faroe fiji finland
flanders florence florida fortaleza france frankfurt freiburg fukuoka fukushima gabon gaborone galapagos
galicia galilee galveston galway galápagos gambia ganges gansu gaza gdańsk geneva genoa genova georgia
germany ghana ghent glasgow gobi gondwana gothenburg granada graz greece greenland grenada grenoble
groningen guadalajara guadeloupe guam guangdong guangxi guangzhou guatemala guayaquil guizhou gujarat guyana
gwangju göteborg göttingen haifa hainan haiti halifax hamamatsu hamburg hamilton hangzhou hannover hanoi
hanover harare harbin harlem hartford harvard havana hawaii hawai‘i hebei hebrides heidelberg heilongjiang
helsinki henan herzegovina himalaya himalayas hiroshima hobart hokkaido holarctic hollywood honduras
honolulu houston hsinchu hubei hudson hunan hungary hyderabad ibadan iberia iceland idaho illinois incheon
india indiana indianapolis indonesia indus innsbruck iowa iran iraq ireland isfahan islamabad israel
istanbul italy jakarta jamaica japan java jeddah jeju jerusalem jiangsu johannesburg jordan judea jyväskylä
kabul kalahari kampala kandy kano kansas kaohsiung karachi karnataka kashmir kathmandu kazakhstan kentucky
kenya kerala khartoum kiev kigali kingston kinshasa kiribati kirkuk kobe kolkata korea kosovo krakow kraków
kuching kumasi kunming kuwait kwazulu kyiv kyoto kyrgyzstan lagos lahore lancashire laos latvia laurasia
lausanne lebanon leeds leicester leiden leipzig leningrad lesotho leuven levant levantine lhasa liberia
libya liechtenstein lille linz lisboa lisbon lithuania liverpool liège ljubljana lofoten lombardy london
louisiana louisville luanda lucknow lund lusaka luxembourg luzon lyon maastricht macao macaronesia
macaronesian macau macedonia madagascar madrid maghreb maharashtra maine malaga malawi malaysia maldives
mali malmö malta managua manchester manchuria mandalay manhattan manila manitoba maputo maracaibo marrakech
marseille martinique maryland mashhad massachusetts mauritania mauritius mecca medan medellin medellín
medina mediterranean mekong melanesia melbourne memphis mendoza mesoamerica mesopotamia mexico miami
michigan micronesia milan milwaukee mindanao minneapolis minnesota minsk mississippi missouri mogadishu
moldova mombasa monaco mongolia montana montenegro montevideo montpellier montreal montréal moravia morocco
moscow mosul mozambique mumbai munich munster murcia muscat myanmar málaga nablus nagasaki nagoya nairobi
namibia nanjing nantes naples nashville nassau nauru nearctic nebraska neotropical neotropics nepal
netherlands nevada newark newcastle newfoundland nicaragua niger nigeria nijmegen nile normandy norway
nottingham nunavut nuremberg oakland oaxaca oceania odense odisha ohio okavango okinawa oklahoma omaha oman
ontario oregon orinoco orkney orlando osaka oslo oslofjord otago ottawa oxford pacific padua pakistan
palaearctic palau palearctic palermo palestine panama pangaea papua paraguay parana paraná paris patagonia
patna penang pennsylvania persia perth peru perugia philadelphia philippines pisa pittsburgh plymouth
pokhara poland polynesia polynesian pompeii porto portugal potomac poznań prague pretoria princeton pristina
provence providence prussia punjab qatar quebec queensland quito québec rabat rajasthan raleigh ramallah
recife regina rennes rhine rhodesia richmond riga riyadh rochester romania rome rosario rotterdam russia
rwanda sabah sacramento sahara sahel salamanca salvador salzburg samaria samarkand samoa sanaa santiago
sapporo sarajevo sarawak sardinia saskatchewan saskatoon saxony scandinavia scotland seattle sendai senegal
seoul serbia serengeti seville seychelles shandong shanghai sheffield shenzhen shetland shiraz siberia
sichuan sicily siena silesia sinai sindh singapore skopje slovakia slovenia sofia somalia southampton spain
srebrenica stanford stockholm strasbourg stuttgart sudan sulawesi sumatra surabaya suriname susquehanna
suzhou svalbard swansea swaziland sweden switzerland sydney syracuse syria szeged tabriz taichung tainan
taipei taiwan tajikistan tallinn tampa tampere tanganyika tanzania tashkent tasman tasmania tbilisi
tegucigalpa tehran tennessee texas thailand thames thessaloniki thrace tianjin tibet tijuana tilburg
timisoara timor tirana tirol togo tokyo tonga toronto toulouse transylvania trieste trinidad tripoli tromsø
trondheim tucson tulsa tunis tunisia turin turkey turkmenistan turku tuscany tuvalu tyrol tübingen türkiye
uganda ukraine ulaanbaatar ulster uppsala ural urals uruguay utah utrecht uzbekistan valencia valparaíso
vancouver vanuatu vatican venezuela venice vermont verona versailles vienna vietnam vilnius virginia volga
waikato wales wallonia warsaw washington wellington windhoek winnipeg winterthur wisconsin wrocław wuhan
wyoming xiamen xinjiang yale yangtze yellowstone yemen yenisei yerevan yogyakarta yokohama yorkshire
yosemite yucatan yucatán yugoslavia yukon yunnan zagreb zaire zambezi zambia zanzibar zaragoza zhejiang
zimbabwe zurich zürich łódź
"""

_PEOPLES = """
abbasid abkhaz aboriginal aborigine afghan african afrikaans afrikaner akan alaskan albanian algerian
alsatian american americanization amerindian amhara amish andean anglo anglophone apache appalachian arab
arabian arabic arabs aramaic argentine argentinian armenian aryan ashanti ashkenazi asian assyrian athenian
australasian australian austrian austronesian aymara azerbaijani aztec babylonian balinese balkan balochi
bangladeshi bantu bashkir basque bavarian bedouin belarusian belgian bengali berber berbers bolivian bosniak
bosnian botswanan brazilian breton british briton bulgarian burmese byzantine californian cambodian
cameroonian canadian cantonese castilian catalan caucasian celtic chechen chechens cherokee chicana chicano
chilean chinese chosŏn chuvash colombian congolese corsican cree creole crimean croat croatian cuban cypriot
czech dane danish dominican dutch ecuadorian egyptian english englishman eritrean eskimo estonian ethiopian
etruscan eurasian european europeanisation europeanization fatimid fijian filipina filipino finn finnish
flemish florentine francophone french frenchman frisian fulani gaelic galician georgian german germanic
ghanaian goryeo greek guarani guaraní guatemalan haitian hausa hawaiian hebrew heian hellenistic himalayan
hindi hispanic hispanophone hmong hopi hungarian hutu iberian icelandic igbo igbos inca indian indonesian
inuit iranian iraqi irish iroquois israeli italian jamaican japanese javanese jordanian joseon kannada
karelian kazakh kenyan khmer khoisan kikuyu korean kurd kurdish kuwaiti kyrgyz lakota laotian latin latina
latine latino latinx latvian lebanese liberian libyan lithuanian londoner luo lusophone luxembourgish maasai
macedonian magyar malagasy malawian malay malayalam malaysian maltese mamluk manchu mandarin maori mapuche
marathi maya mayan meiji melanesian mesoamerican mesopotamian mestizo mexican micronesian mixtec moldovan
mongol mongolian montenegrin moroccan mozambican mughal métis māori nahua nahuatl namibian navajo ndebele
neapolitan nepalese nepali nigerian nordic norman norse norwegian odia ojibwe oromo ossetian ottoman
pakistani palestinian panamanian parisian pashto pashtun persian peruvian phoenician polish polynesian
portuguese prussian pueblo punjabi qajar quechua quechuan rohingya roma roman romani romanian romansh
russian rwandan safavid saharan sami samoan sanskrit sardinian saudi saxon scandinavian scot scots scotsman
scottish seljuk senegalese sephardic serb serbian shona sicilian sindhi singaporean sinhala sinhalese
sinophone sioux slavic slovak slovene slovenian somali sotho soviet spaniard spanish spartan sudanese
sumerian swahili swede swedish swiss syrian sámi tagalog taiwanese tajik tamil tanzanian tatar telugu
telugus texan thai tibetan tigray tigrayan tokugawa tongan tswana tuareg tunisian turk turkic turkish
turkmen tutsi tyrolean tyrolese udmurt ugandan uighur ukrainian umayyad urdu uruguayan uyghur uzbek
valencian venetian venezuelan vietnamese viking walloon welsh wolof xhosa xitsonga yemeni yiddish yoruba
yugoslav zambian zapotec zimbabwean zulu
"""

_BELIEFS_AND_TIMES = """
andromeda anglican anglicanism anthropocene april august baptist bible bolshevik brahman brahmin brexit
buddha buddhism buddhist calvinism calvinist cambrian carboniferous carolingian catholic catholicism
cenozoic christ christian christianity christmas confucian confucianism confucius cretaceous daoism daoist
december devonian diwali easter edwardian elizabethan enceladus eocene episcopal february friday habsburg
halloween hanukkah hasidic hindu hinduism holocaust holocene islam islamic islamism islamist islamophobia
jain jainism january jesuit jesus jew jewish judaism judeo july june jupiter jurassic koran leninism
leninist lutheran maoism maoist mars marxism marxist merovingian mesolithic mesozoic methodist ming miocene
monday mormon mormonism moses muhammad muslim nazi nazism neolithic neptune november october oligocene
ordovician palaeolithic paleocene paleolithic paleozoic passover permian phanerozoic pleistocene pliocene
pluto precambrian proterozoic protestant protestantism puritan qing quaker qur'an quran qur’an ramadan
rastafari renaissance saturday saturn september shi'a shia shinto sikh sikhism silurian stalinism stalinist
sufi sufism sunday sunni talmud taoism taoist thanksgiving thatcherism thursday torah triassic trumpism
tuesday uranus vedic venus victorian wednesday yom zen zionism zionist
"""

_EPONYMS = """
abelson abrikosov achilles addison adler adlerian adorno akaike aldrich alfvén allen altman alzheimer
anderson andreev angelman apert apgar arendt arendtian aristotelian aristotle arnold arrhenius artin
asperger atiyah auer auerbach auger augustine auspitz austen babinski bach baeyer bainbridge baire bakhtin
balmer bamberger banach bandura bankart banti barabási bardeen barlow barr barrett barré bartlett bartter
bayes bayesian beckmann beckwith beethoven behcet behr behçet bellman benard benford benjamin bentham
beowulf bera bernard bernoulli bertrand bessel betz bickerstaff biginelli billroth bingham biot bismarck
blackfan bloch boerhaave bohr boltzmann bonferroni bonney boolean borel bosch bose bosworth bott bourdieu
bourdieusian boussinesq bowen bowlby bowman brackett bragg bravais breuer breusch brillouin broca
bronfenbrenner brouwer brownian bruch brugada brunsting buchwald budd burch burkitt buschke butlerian byron
bénard cahn cajal calabi calvin camassa cantor caplan carnot cartesian cauchy cayley chagas chandrasekhar
charcot chaucer chebyshev chediak chekhov cherenkov chern cheyne chiari chomsky chopin churchill cicero
claisen clausius clinton coase cobb cochran cockayne cogan cohen colles compton confucian conradi coombs
copernican copernicus cori coriolis cornelia corti costello cotlar coulomb cournot cowden cox crafts cramer
cramér creutzfeldt crigler crohn cronbach crosti curie curtis curtius cushing cézanne dalton danlos dante
darcy darier darwin darwinian darwinism debreu debye dedekind degos deiters delaunay deleuze deligne derrida
descartes descemet devic dewey dickens dickinson dickkopf diels digeorge dijkstra diophantine diophantus
dirac dirichlet domar donaldson doppler dostoevsky doudoroff douglas dravet dressler dubin duncan dunnett
dunning dupuytren durbin durkheim dyer ebstein eckart edison edmonds edwards egger ehlers einstein
eisenmenger eisenstein eliot elo engels engle entner epicurus epstein erdos erdős erikson eriksonian euclid
euclidean euler eulerian eustachian evans ewens ewing fabry fallopian fallot fanconi faraday faulkner faust
feigenbaum feller felty fenton fermat fermi feyerabend feynman fibonacci fick fischer fisher flaubert floer
floyd flynn fock fokker fontan fordyce foucauldian foucault fourier fourierist fraenkel frankenstein
fraunhofer freire fresnel freud freudian friedel friedman friedreich frobenius fuchs fukase furuta gadamer
galeazzi galen galerkin galilean galileo galois galton gandhi gastaut gattermann gaucher gauss gaussian
gerstmann gianotti gibbs giddens gilbert gilbertian gilford gini ginzburg girsanov glanzmann gleason godel
goeckerman goethe goffman golgi gompertz goodpasture gorenstein gower gramsci gramscian granger granovetter
grice gricean grignard griscelli grothendieck guillain guttman gödel haber habermann habermas hadamard
hailey haldane hallopeau hamilton hamiltonian hamlet hamming hantzsch harada hardy harrod hartmann hartree
hashimoto hausdorff hausman hawking hayek hebbian heck hecke hegel hegelian heidegger heideggerian
heisenberg hellmann helmholtz hemingway henle henoch heraclitus herbrand hering hermansky hermite hermitian
hesse hessel hessian heston higashi higgs hilbert hilliard hippocrates hippocratic hirschsprung hitler
hiyama hoare hobbes hobbesian hodge hodgkin hoffmann hofstede hohenberg holm holstein holt holter homeric
hopf hopfield horkheimer hosmer hounsfield hubbard hubble huber huckel huffman hume humean huntington hurler
hurwitz husserl hutchinson huygens hückel hünermann ibsen iliad ising ito itô iwasawa jaccard jacobi
jacobian jacobsen jadassohn jahn jakob janis jarque jeghers jenkins johnson jones jordan josephson jungian
kaczynski kafka kakutani kallmann kalman kaluza kandinsky kant kantian kaplan kaposi karp kawasaki kdv keats
kegel kennedy kepler keplerian kerr keynes keynesian kierkegaard kimura kirchhoff kirkpatrick kitamura
kleene kleffner klein kleinian klinefelter klippel knoevenagel koebner kohlberg kohn kohonen kohut
kolmogorov kolopp kondo korsakoff korteweg koyanagi krause krebs kripke krull kruskal krylov kuhn kullback
kupffer kuramoto kussmaul kutta lacan lacanian laffer lagrange lagrangian lakatos lamarck lamarckian lamaze
landau landé lange langerhans langevin langlands langmuir laplace laplacian larmor larsen latour leber
lebesgue lefschetz leibler leibniz lemeshow lemli lenin lennox leonardo leontief leser levenberg levene
levenshtein leviathan levinas levy lewy libman likert likertian lincoln lindblad linnaean linnaeus liouville
lipschitz lisfranc london lorentz lorentzian lorenz lotka louis lovelace luenberger lutembacher lyapunov
lyell lyman lyme lynch lévinas lévy löwenstein maass macaulay macbeth machiavelli machiavellian magenis
mahalanobis majorana malliavin mallory malpighi malthus malthusian mandela mandelbrot mann mannich mantel
mao marangoni marchenko marcuse marfan markov markovian marx marčenko maslow maxwell mcnemar meckel meier
meissner mendel mendelian meniere menkes menten merkel merleau merriam mersenne merton meyer mibelli michael
michaelis michelangelo michelson mie miescher milgram millikan mills milton minkowski minsky mitsunobu
miyaura mohs monet montaigne monteggia montessori moran mordell morse mott mozart mukaiyama muller
munchausen ménière mössbauer møller müller münchausen najjar napoleon napoleonic nash natta navier negishi
nernst netherton neumann newey newman newton newtonian neyman nicolson niemann nietzsche nietzschean
nikolsky nissen nissl nixon noether noonan nordström norwood noyori nyquist obama oedipal oedipus ogilvie
ohm ollendorff opitz oppenheimer oram orlicz ornstein orwell orwellian osler otto ovid pacini paget
papanicolaou pareto parkinson parkinsonian parseval pascal paschen passerini pasteur pastur patau pauli
pavlov pavlovian pearson peierls peirce penrose perot petersen petrarch peutz peyer pfannenstiel phillips
piaget piagetian picasso pierre pigou pigouvian pinkus pitaevskii planck plato platonic plesset plummer
plutarch poincare poincaré poisson pompe pontryagin popper popperian potts prader prinzmetal proust pudlak
pummerer purkinje purkyně putin pythagoras pythagorean pérot raman ramanujan ramsey rankine ranvier rao
raphson rasch rasmussen rawls rawlsian rayleigh raynaud reagan reissner reiter rembrandt rendu renner
renshaw renyi rett reye reynolds ricardian ricardo ricci richter ricoeur riemann riemannian rilke robinson
rokitansky roosevelt rorschach rosenberg rousseau routh rubinstein ruffini runge rutherford rydberg rényi
salter sandmeyer saussure schauder scheffe scheffé schild schiller schlemm schnitzler scholes schonlein
schopenhauer schottky schrieffer schrodinger schrödinger schumpeter schumpeterian schur schwann schwarz
schwarzschild schönlein seiberg seitz selberg sennett sezary shakespeare shakespearean shannon shapiro
sharpey sharpless shelley shewhart shwachman siegel simons simpson sipple sivashinsky sjogren sjögren
skinnerian slater smale smirnov smith sneddon sobolev socrates socratic solomon solow sonogashira sophocles
soulier spearman spinoza spivak stackelberg stalin stargardt steiner stevens stiefel stille stokes stolarsky
strogatz stroop sturge sturm suzuki swern swinnerton szemerédi sézary tafel takayasu takotsubo tate tay
taybi tchaikovsky tenon tesla thatcher theil theravada thom thomas thoreau thucydides thurstone tiebout
tikhonov tolkien tolman tolstoy toupet tourette treacher trelat trenaunay trendelenburg treves tropsch
trotsky trump trélat trénaunay tudor tukey turing turner turán tversky tychonoff tyndall ugi uhlenbeck
ullmann ulysses uzawa vandermonde veblen venn verdi villiger vinci vinson virgil viterbi vlasov vogt
vohwinkel voltaire volterra voronoi vries vygotskian vygotsky waals waardenburg wada waddington wagner
wagnerian wald waldenstrom waldenström walras walrasian wannier warburg warshall watson watts weber weberian
webster wechsler weibull weierstrass weil weinberg weiss welch werner wernicke wess weyl whipple whitfield
whitman whitney wickham wiedemann wiener wigner wilcoxon wilk willebrand williams wilms wilson wiskott
witten wittgenstein wittgensteinian wittig wolff woodward wordsworth woringer yang yau yukawa zariski zeeman
zenker zeno zermelo zernike ziegler zieve zinn zipf zizek zollinger zorn zumino zyplast žižek
"""

_GENERA = """
abies acanthamoeba acer achromobacter acinetobacter actinomyces acyrthosiphon aedes agave aggregatibacter
agrobacterium akkermansia allium alternaria amanita amblyomma ambystoma anabaena anaplasma ancylostoma
anguilla anolis anopheles anopheline antirrhinum aphaenogaster aphanoascus apis aplysia arabidopsis artemia
arthrospira ascaris aspergillus azospirillum azotobacter babesia bacillus bacteroides bactrocera bartonella
bdellovibrio beauveria bemisia betula bifidobacterium biomphalaria blastocystis blastomyces blattella
boletus bombus bombyx bordetella borrelia bos botrytis bradyrhizobium branchiostoma brassica brucella brugia
bufo burkholderia caenorhabditis camellia campylobacter candida capra capsicum carcinus caulobacter cedrus
ceratitis chlamydomonas chlorella ciona citrullus cladosporium clostridioides clostridium clupea
coccidioides coccomyxa coffea columba corvus corynebacterium coxiella crassostrea cryptococcus
cryptosporidium cucumis cucurbita culex cutibacterium cycas cyclospora cyprinus danaus danio daphnia
deinococcus dendroctonus dermacentor dickeya drechslera drosophila dunaliella echinococcus ehrlichia
eikenella eimeria emiliania entamoeba enterobacter enterococcus equus erwinia escherichia eubacterium
eucalyptus exserohilum faecalibacterium fagus fasciola felis ficedula ficus fragaria francisella frankia
fusarium fusobacterium gadus gallus gardnerella gasterosteus geobacter giardia ginkgo glossina gossypium
gryllus haemophilus haliotis halobacterium haplopappus helianthus helicobacter heliconius helicoverpa
heliothis histoplasma homarus homo hordeum ipomoea isospora ixodes juniperus klebsiella lablab lactobacillus
lactococcus larix legionella leishmania lemna leptinotarsa leptospira leucocytozoon leuconostoc lilium
listeria litopenaeus locusta lucilia lutzomyia lymnaea macaca madurella magnaporthe magnetospirillum
malassezia malus manduca manihot marchantia medicago mesocricetus metarhizium methanosarcina microcystis
microsporum microtus monodelphis mucor musa musca mustela mycobacterium mycoplasma myotis mytilus myxococcus
myzus naegleria nannochloropsis neisseria neospora neurospora nicotiana nilaparvata nocardia nostoc oedaleus
olea onchocerca oncorhynchus oreochromis oryctolagus oryza oryzias ostrea ovis panax papilio parabacteroides
paracoccidioides paramecium parus passer pectobacterium penaeus penicillium periplaneta peromyscus
petromyzon phaeodactylum phaseolus phlebotomus phoca physcomitrella physcomitrium phytophthora picea pinus
pisum pityrosporum plasmodium plasmopara pleurodeles plutella pneumocystis podarcis poecilia pongo populus
porphyromonas porthidium prevotella prochlorococcus propionibacterium proteus prunus pseudomonas pseudotsuga
pteropus puccinia pyrus quercus ralstonia ramichloridium rana rattus rhinella rhipicephalus rhizobium
rhizoctonia rhizopus rickettsia rosa roseburia rubus ruminococcus saccharomyces salix salmo salmonella
salvelinus sarcocystis sardina sargassum schistocerca schistosoma schizothorax sclerotinia scyliorhinus
selaginella serratia shewanella shigella sinorhizobium smilax solanum spirulina spodoptera sporothrix
staphylococcus stenotrophomonas streptococcus streptomyces strongylocentrotus strongyloides sturnus
sulfolobus synechococcus synechocystis taenia taeniopygia tagetes takifugu taxus tenebrio tetrahymena
tetranychus tetrasphaera thalassiosira theileria theobroma thermotoga thermus toxoplasma treponema tribolium
trichinella trichoderma trichomonas trichophyton trichosporon triticum trypanosoma tulipa tursiops unio
ureaplasma ustilago vaccinium varroa veillonella verticillium vibrio vitis volvox wolbachia wuchereria
xanthomonas xenopus xiphophorus yarrowia yersinia zamia zea zymoseptoria
"""

_THINGS = """
ag airbnb al alexa android au ba bitcoin bluetooth br brca ca cd ce chatgpt cl cochrane covid cr cs cu
disney dy ebola eiffel ethereum eu euro facebook fe fortran fulbright ga gallup gbps gd ge github google hf
hg hollywood houdini hz inconel instagram interpol ir kickstarter kr lego li linkedin linux matlab mbps
medicaid medicare medline mg michelin microsoft mn mo na nato nb nd netflix ni nintendo nobel obamacare
olympic olympics oscar pb pd petri pinterest pokemon pokémon pr prozac pt pubmed rb reddit rh rhodamine ru
sb sc se si skype sm sn snapchat spotify sr ta tc te ti tiktok tl tm twitter uber unesco unicef unix viagra
wechat weibo wikipedia xe yb zika zn zr
"""

GENERA = frozenset(_GENERA.split())

PROPER_NOUNS = frozenset(
    word
    for table in (_PLACES, _PEOPLES, _BELIEFS_AND_TIMES, _EPONYMS, _GENERA, _THINGS)
    for word in table.split()
)

DIRECTIONS = frozenset(("north", "south", "east", "west"))

_PHRASES = """
United States|United Kingdom|United Nations|United Arab Emirates|New York|New York City|New Zealand
New Zealander|New Zealanders|New Jersey|New Mexico|New Hampshire|New Orleans|New Delhi|New England
New Guinea|New South Wales|New Caledonia|New Testament|New Deal|New World|Old Testament|Old World
Old English|North Sea|Middle English|Middle East|Middle Eastern|Middle Ages|Far East|Near East|Near Eastern
Rhode Island|South Wales|Long Island|Great Britain|Great Depression|Great Recession|Great Lakes|Great Plains
Great Barrier Reef|Great War|World War|First World War|Second World War|World War One|World War Two
World Health Organization|World Bank|World Trade Organization|World Trade Center|World Wide Web|World Cup
Civil War|Cold War|Gulf War|Gulf of Mexico|Gulf Stream|Persian Gulf|Bay of Bengal|Bay Area|Boer War
Crimean War|Supreme Court|European Union|European Commission|European Parliament|African Union|Soviet Union
Native American|Native Americans|Native Hawaiian|Native Hawaiians|Pacific Islander|Pacific Islanders
Torres Strait|Alaska Native|Alaska Natives|First Nations|Hong Kong|Los Angeles|Los Alamos|Las Vegas
San Francisco|San Diego|San Antonio|San Jose|San Juan|Sri Lanka|Sri Lankan|Sri Lankans|Saudi Arabia
Saudi Arabian|Costa Rica|Costa Rican|El Salvador|El Niño|El Nino|La Niña|La Nina|Puerto Rico|Puerto Rican
Puerto Ricans|Sierra Leone|Sierra Leonean|Burkina Faso|Buenos Aires|Rio Grande|Rio de Janeiro|São Paulo
Sao Paulo|Tel Aviv|Abu Dhabi|Kuala Lumpur|Cape Town|Cape Verde|Cape Cod|Ivory Coast|Gold Coast
Czech Republic|Dominican Republic|Viet Nam|Monte Carlo|Nobel Prize|Nobel Prizes|Nobel laureate
Nobel laureates|Pulitzer Prize|Ku Klux Klan|Wall Street|White House|Silicon Valley|Black Death|Black Sea
Red Sea|Dead Sea|Red Cross|Ivy League|Olympic Games|Paralympic Games|Super Bowl|Big Bang|Milky Way
Solomon Islands|Falkland Islands|Canary Islands|Faroe Islands|Galápagos Islands|Galapagos Islands
Easter Island|Affordable Care Act|No Child Left Behind Act|Head Start|Sesame Street|Star Wars|Star Trek
Human Genome Project|Hubble Space Telescope|James Webb Space Telescope|Large Hadron Collider|Down syndrome
Down’s syndrome|Down's syndrome|Bell's palsy|Bell’s palsy|Graves disease|Graves' disease|Graves’ disease
Lie algebra|Lie algebras|Lie group|Lie groups|Lie superalgebras|Hall effect|Ho Chi Minh City|Mexico City
Kansas City|Vatican City|Silk Road|Northern Ireland|Northern Irish|Western Australia|Western Australian
Northern Territory|Eastern Europe|Eastern European|Eastern Europeans|Western Europe|Western European
Western Europeans|Southern Africa|Southern African|Eastern Africa|Western Africa|Northern Africa
Northern Hemisphere|Southern Hemisphere|Southern California|Northern California|Industrial Revolution
Scientific Revolution|Holy Roman Empire|Student's t|Student’s t|Green's function|Green's functions
Green’s function|Green’s functions|Good Friday|Black Lives Matter|Magna Carta|Royal Society|Brown v
Don Quixote|Young's modulus|Young’s modulus|Isle of Wight|Tower of Babel|Treaty of Versailles|Catch-22
House of Commons|House of Lords|House of Representatives|Mount Everest|Lake Victoria|Lake Michigan|Lake Erie
Lake Superior|Lake Huron|Lake Tahoe|Lake Baikal|Declaration of Independence|Bill of Rights|Trail of Tears
Arab Spring|Prague Spring|St Louis|St Petersburg|Black Americans|Black American|Black African|Black Africans
White Americans|White American|Black Caribbean|Black men|Black women|Black boys|Black girls|Black youth
Black students|Black children|Black adolescents|Black families|Black people|Black adults|Black mothers
Black fathers|Black feminism|Black feminist|White men|White women|White people|White students
White supremacy|White privilege|Inner Mongolia|Indigenous people|Indigenous Peoples|Indigenous communities
Indigenous youth|Indigenous women|Indigenous Australians|Indigenous students|Indigenous knowledge
Indigenous health|van der Waals|von Neumann|von Willebrand|von Frey|von Hippel|von Hippel-lindau
March on Washington|St Lawrence|Islamic State|Southeast Asia|Southeast Asian|Southeast Asians|East Asia
Central America|Central American|Central Americans|Central Asia|Central Asian|Central Africa|Central African
Central Europe|Central European|Latin America|Latin American|Latin Americans|Northeast Asia|Northeast Asian
Yellow River|Yellow Sea|Red River|Pearl River Delta|Yangtze River Delta|Fox-Fordyce|Lake District
Lake Geneva|Lake Tanganyika|Lake Malawi|Lake Chad|Lake Ontario|Lake Constance|Hurricane Katrina
Hurricane Sandy|Hurricane Maria|Hurricane Harvey|Black–Scholes|Cobb–Douglas|Rocky Mountains|Loess Plateau
Tibetan Plateau|Sierra Nevada|Blue Nile|White Nile|Gulf of Guinea|Gulf of Alaska|Gulf of California
Gulf of Maine|Bay of Biscay|Strait of Gibraltar|Diels-Alder|Diels–Alder|Kohn-Sham|Kohn–Sham|Jahn-Teller
Jahn–Teller|Crank-Nicolson|Crank–Nicolson|Black-Scholes|Fox–Fordyce|Gross-Pitaevskii|Gross–Pitaevskii
Swift-Hohenberg|Swift–Hohenberg|Wolff-Parkinson-White|Wolff–Parkinson–White
"""


def _by_first_word(table: str) -> Mapping[str, tuple[tuple[str, ...], ...]]:
    """Phrases by their first word in lower case, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in (phrase for line in table.split("\n") for phrase in line.split("|") if phrase):
        words = tuple(phrase.split())
        found.setdefault(words[0].lower(), []).append(words)
    return MappingProxyType(
        {first: tuple(sorted(phrases, key=len, reverse=True)) for first, phrases in found.items()}
    )


PHRASES = _by_first_word(_PHRASES)
"""Names of several words, with their capitals."""

BEHIND_A_NAME = frozenset(
    (
        *("ocean", "sea", "river", "peninsula", "island", "islands", "republic", "desert", "strait", "canal"),
        *("mountains", "plateau", "war", "wars", "empire", "revolution", "dynasty", "archipelago"),
    )
)
"""What is part of the name where it stands behind one: "Pacific Ocean", "French Revolution"."""

TAXA = ("aceae", "idae", "mycetes", "mycota", "optera", "viridae")
"""How names of families, orders and the like end in biology."""

ACRONYMS = frozenset(
    (
        *("adhd", "aids", "bmi", "ct", "dna", "ecg", "eeg", "eu", "fda", "gdp", "gis", "gps", "hiv", "icu"),
        *("ii", "iii", "iq", "iv", "ix", "mri", "nasa", "nato", "nmr", "oecd", "pcr", "pet", "ptsd", "rna"),
        *("sars", "sars-cov-2", "uk", "un", "unesco", "unicef", "usa", "ussr", "uv", "vi", "vii"),
        *("viii", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xix", "xx"),
    )
)
"""What stays in capitals where a title that is all in capitals is set in sentence case."""
