"""How much a word of a title says: common words say little, all others are taken for rare.

The tables are frozen facts. `_BY_BITS` holds the commonest words of 6,272 Crossref titles (the records of a
sample whose DOI's SHA-256 begins with an even byte; the other half is kept to measure on), under the
rounded binary logarithm of "one title in so many has it", which is the word's weight in bits. The other
lists are the language's own: words of structure in six languages, words that name a kind of text and not
its matter, and words that are one slip of the pen from another word (those of the sample, and some that
are known for it).
"""

from __future__ import annotations

from bibproof.compare.text import word_set

RARE = 12  # bits of a word that is in no table: at most one title in some thousands has it

FUNCTION_WORDS = word_set(
    """
    a al an and are as at au auf aux av be bei by con d da dans das de degli dei del della delle dem den der
    des di die do does dos du e ed een ein eine einem einen einer eines el em en et for from fur gli het il
    im in into is its l la las le les lo los mit na nel nella no o och of og om on onto op os par per pour
    su sur te that the their these this those til to uber un una und une upon van via vom von y zu zum zur
    """
)
"""Articles, prepositions, conjunctions: a slip in one of them is no other title."""

GENERIC_WORDS = word_set(
    """
    abstract abstracts acknowledgements acknowledgments addendum announcement announcements appendix author
    authors back bibliography board book books comment commentaries commentary comments conclusion
    conclusions contents correction corrections correspondence corrigenda corrigendum costs cover discussion
    editor editorial editorials editors epilogue errata erratum foreword front index information
    introduction issue issues letter letters masthead matter news note notes obituary overview page pages
    preface prelude prologue references reply response review reviews summary table title untitled volume
    """
)
"""Words that name a kind of text: a title of nothing else names no work."""

_BY_BITS = {
    3: """
        with
    """,
    5: """
        analysis based cell cutaneous disease patients study treatment using
    """,
    6: """
        after associated case cells clinical dermatitis during ecology effect effects high human induced
        model new patient psoriasis report skin syndrome system therapy
    """,
    7: """
        acid acne activity acute application approach assessment association between bullous cancer carbon
        carcinoma care cases changes chronic contact control data design detection development diagnosis
        energy erythematosus evaluation factor factors following function generalized growth health how ii
        impairment infection large lesions like linear literature long low lupus malignant management
        medical method methods modeling molecular multiple nevus non or oral pemphigus performance primary
        production properties protein reaction related risk role self should structure studies synthesis
        systemic systems through time topical two type under use water widget
    """,
    8: """
        about acquired active adults allergic alopecia alpha american among annulare anti antibodies
        applications assessing atopic basal behavior beta blood body brain breast bullosa cardiac caused
        central characteristics characterization children community comparative comparison complex compounds
        conditions congenital controlled correlation critical cross current deep deficiency density
        dependent derivatives dermatosis different dimensional diseases disorders distribution dna double
        drug due dynamic dynamics early edition education efficacy electron engineering enhanced epidermal
        equations eruption erythema evidence evolution experimental expression facial failure familial
        family features field findings first fish flow forest formation framework free functional fungoides
        gene general generation global granuloma green group guides hair heat herpes history host hybrid
        hydrogen identification iii imaging immunodeficiency impact inequality influence injury interactions
        investigation ion learning leukemia level levels lichen life light local localized loss magnetic
        manifestations mass measurement measurements mechanism mediated medicine melanoma meta metabolic
        metal methotrexate microbial mixed models more multi mycosis national natural network networks
        neural normal north not novel nsf nuclear occurrence optical optimization order over pain papules
        part particle pemphigoid perspective phase physical plant plasma point population possible potential
        power practice pregnancy pressure problems process program quality quantitative quiz radiation
        rating reactions real receptor recurrent relationship research resistance resonance responses
        results safety sarcoma scale secondary sensitivity sequence series serum simulation single small
        social soil solution solutions some spatial species specific squamous stability state states stress
        structural structures surface surgery survey systematic temperature term test testing theory thermal
        three tissue transition treated trial tumor ultraviolet unusual up update urticaria virus vitamin
        vitiligo vs vulgaris wave what women years
    """,
    9: """
        abdominal absorption academic acanthosis acids acral across actinic action activation adaptive
        administration adolescents adult against age agricultural air algorithm all ama animal answers
        antibody antigen applied approaches area areas areata arising artery arthritis aspects assay
        assisted asthma atomic atypical autoimmune bacteria bacterial balance band barrier beam beams before
        behavioral behaviour benign binding biology black blind blue bone building buildings calcinosis
        calcium can capacity cardiovascular cause cellular century cervical change chemical chemistry child
        childhood china chinese chloride class climate clinicopathologic co cognitive cold coli combined
        common communication compared complement complication complications composite composition
        concentration concrete congenita connective considering consumption containing contribution
        conversion corticosteroid cost countries coupled covid crystal culture cutis cycle cyclosporine
        cysts damage decision decisions decomposition delay delivery demonstration deposition depression
        derived dermal dermatologic dermatology dermatomyositis determination developing devices diabetes
        diagnostic diet differences differential differentiation dioxide direct disability discoid discrete
        disorder disseminated diversity doped dose driven drugs eccrine ecological economic edited effective
        effectiveness efficiency efficient elastic electric electrical electronic element elements emission
        environment environmental epidermis epidermolysis epithelial equation equilibrium error eruptive
        estimation evaluating exchange exercise expansion experiment exposure external extreme extremity
        face fast fat fatty fault female fiber fields films fire fixed fluid fluorouracil flux focal
        follicular folliculitis food form forms four frequency functions future fuzzy gamma gas genes
        genetic genetics genome geometry giant gland glass gold graft grh ground habitat hand head healing
        healthy heart helicobacter hepatic hereditary herpetiformis histologic histological histopathologic
        historical hiv hospital hyperkeratosis ichthyosis image images immune immunofluorescence
        implementation implications importance improve improved improvement improving incidence independent
        induction inequalities infant infected infections inflammation inflammatory initial insights insulin
        integrated interaction interferon internal international intestinal involvement involving ions iron
        irradiation isbn isolated isotretinoin it juvenile kaposis keratosis kidney kinetics knowledge
        laboratory lake land landscape langerhans language laser law layer legal line liquid liver london
        longitudinal lower lung lymphoma machine making male malignancy man manufacturing marine market
        massive material materials matrices matrix maximum means measuring mechanical mechanisms media
        membrane memory mental metabolism metastases metastasis metastatic methodology methyl mice
        microscopic middle migration mobile modelling modified monitoring month mortality motion muscle
        mycobacterium myeloma nanoparticles near neck necrosis negative nerve nevi nigricans nodules noise
        nonlinear numerical obesity observations occurring ocean oil old older one open optimal organic
        other outcome outcomes oxidation oxide oxygen pandemic panniculitis papulosis parameters partial
        patch pathogenesis pathology pathway pathways pattern patterns periodic peripheral permanent
        persistent photosensitivity physicians pigmented pigmentosa pilot pityriasis plane planning planus
        plaque plaques plus policy polymer populations porphyria positive post pp practices pre precision
        prediction preliminary preparation presence presenting prevention price principles problem
        proceedings processing products programs progress progressive proliferation psoriatic public
        pulmonary pulse pustular pylori quantum questions random randomized range rapid rare rat rate rats
        ray recent reduction region regression regulation relation release removal renal resolution resource
        resources restoration retrospective reveals ring river rna rural salt sarcoidosis scalp scattering
        science scleroderma screening search sebaceous second section sectional seismic selection selective
        sensor service set severe shape shear short sign signaling simple simplex simulations simultaneous
        site sixth size smart sodium solar solid solitary source south space spaces special spectroscopy
        spectrum spinal spontaneous stable statistical statistics steel stem steroid stiffness stimulation
        stochastic storage strain strategies strategy students subcutaneous successful support surgical
        switching tarda teaching technique techniques technology temporal than therapeutic thin thyroid
        tolerance topically total towards toxic toxicity tracking training transfer transient transport
        tretinoin tuberculosis tumors tutorial ulcers ultrasound ultrastructural understanding unilateral
        united upper urban us used user vaccine validation value values variability variable variant
        variation vascular vasculitis venous versus virtual vitro vivo wall warts waves we web weight why
        wind within without womens workers world year young zinc zoster
    """,
    10: """
        abnormalities access according acquisita activated additions adenocarcinoma adolescent adsorption
        advanced advances adverse african aged agents alcohol altered amyloidosis analyses angle annular
        anomaly anthralin antigens aortic apocrine approximation aqueous aromatic array arrays art
        artificial assess aureus autoantibodies automated automatic aware background base basis bayesian bed
        benzene better beyond biochemical biological biomass biopsy bladder bonded bound bowens bridge
        burden but bypass calcification calculation california canadian candidiasis capillary carbonate
        carcinomas causes cavity cellulitis cellulose center cerevisiae certain challenge challenges channel
        charge chemically chemotherapy chest cicatricial cis claims classification clear cleavage clinic
        closed clustering coastal code coding coexistence cohort colitis collagen collapse combination
        communities companion complexes complexity complicated components computer conceptual conflict
        considerations constraints context continuous convergence convex copper coral corneum coronary
        correlations cream crisis crohns crystals ct cu cutanea cyclic cyclophosphamide dapsone death defect
        defects deformation degradation degree delayed delta dependence dermatoses detecting determine
        developmental developments diffuse diffusion digital dispersion distinctive distributed
        distributions diverse domain domains draft drosophila dual dysplasia dysplastic dystrophic dystrophy
        ear eczema elderly electrochemical electrode elevated emergency emissions emotional empirical end
        endothelial engineered english enhancement enhancing enzyme eosinophilia eosinophilic epidemiology
        epithelioid epithelioma era errors esophageal essential esters ethics etretinate europe european
        evaluations event events evolutionary examination examining excited experience experiments
        exploratory exposed extension extensive extraction extremities eye fabrication families fasciitis
        fatal fate feature febrile feeding fifth fine finite flexible floating focusing follow foraging
        force foreign forests formulation fracture fuel fungal fusion gain gangrenosum gastric gender
        gestationis glucose governance gradient granulomatous graphene great griseofulvin guided guidelines
        gut halo hamartoma have healthcare heavy hepatitis heterogeneous higher hip histiocytosis
        histochemical home hot hyperplasia hypersensitivity hypertension hypopigmentation ichthyosiform
        identify idiopathic iga ige immunologic impacts income incontinentia increase increased increases
        indicators individual individuals industrial industry infants infarction infectious influencing
        infrastructure inhibition injection injections inside instability intake integration interface
        interfacial internet intervention intra intralesional invasion invasive isolation iv jama japan
        joint journal keratoacanthoma keratoderma keratoses key kinetic knee late leg leishmaniasis leprosy
        ligand linked lipid load localization location lymphomatoid major many mapping matching mathematical
        may md mean mediterranean micro microscopy mode modes murine nail native necrolysis need neonatal
        neurofibromatosis neuropathy neutron neutrophil newborn ni nitric nodular nonalcoholic objective
        occupational online operators outbreak ovarian oxidative pacific pancreatic pancreatitis papular
        para parallel penis personal perspectives ph phosphate pigmentation plants platform pneumonia
        policies porokeratosis practical presentation press processes profile prognosis prognostic project
        proteins pruritus pseudomonas punctate purpura pyoderma quasi radiology radiotherapy rates ratio
        reactive reactivity reality rearrangements receiving recessive recognition reduced reference
        regional relations relative relativistic reliability representation resembling resistant respiratory
        responsive retinoids revisited rheumatoid right risks road robust rosacea sampling scabies scheme
        school scientific sclerosis sea security semi sensors sequences services side significance silicon
        simulating singular situ six sleep smooth southern specificity spectral spin stage staphylococcus
        status steroids strength stroke strong subacute subcorneal subjects substituted sun suppression
        surfaces survival sustainable sweat syphilis target terminal tomography tool topological toward
        tract traditional trans trauma treating tree trends tropical trust tumour ulceration ulcerative
        uncertainty unique university unsaturated urinary utilization vehicle vehicles vi video view visual
        weighted west when white who whole wide woman work working wound writing yellow york zone
    """,
}

_LOOKALIKES = word_set(
    """
    abduction acanthomas accelerating acceleration actions activating acyclic adaptation addiction addition
    adduction adenine adenosine adoption affect affects afferent africa aggregation alder aleukemic algae
    algal alone along alter alteration america amide amine amino amputation amyloidoses angina angular ankle
    anterior arginine around arrangement arteritis article articles asean asian asymmetric asymmetry
    asymptomatic asymptotic atrial attachment attainment australia australian autologous autonomous bands
    basic basin batch bearing behavioural bending benzoyl benzyl betamethasone blacks bleeding blend
    blistering block blocks bonding border bounded bounds bovine bowel bowen brane breeding brine bringing
    butane butene calls carotid carrier casts casual catalysis catalysts cation cations causal centre cereal
    changer changing charging chile chlorine chromatographic chromatography circulating circulation citrate
    classes climactic climatic clinically coarse codes coexistent coincidence collaboration collaborative
    collection collective colocalization communicating communications compaction compassion compensation
    competing complicating compliment compression computation computed computing conception condensation
    conductivity conference confidence configuration congestion connections connectivity conscience
    conscious consent conservation conservative consistent consisting constitution constrained constraint
    construction content continuing continuity contributing contributions contributors controller convection
    cooperativas cooperative correlated correlates cortex cosmetics council counsel count country counts
    county course court created creating critically cultivating cultivation cultured cultures cyanobacteria
    cyanobacterium daily dairy dealing decay degeneration demographic dental deployment depth
    desensitization desert dessert destructive detention dexamethasone directional directions discreet doing
    doping dosing drive driver drivers dwelling dysmorphic dysphagia dysphasia eating efferent eight electro
    elimination elusive emergence emerging emersion eminent emotion employment endogenous enhances
    environments epidemiologic epidermolytic equality erythematous erythropoiesis erythropoietic estimating
    ethane ethanol ethene ether ethyl expanded expander experienced experiences export exports expressing
    exterior extinction extracellular faciale facile farms fermentation fetal fibre fibril fibrin figure
    finding firms flame flood fluctuating fluctuations fluorescence fluorescent fluoride fluorine focus
    follicularis formal fraction fractured fractures frame framed frames friction fringing fulminans
    fulminant functionally functionals games gases generic genomic genomics genus geographic gestational
    glasses glycine grade grain granulomatosis gross guanine guanosine haemorrhage hairy hands hearing
    heating hematoma hematopoiesis hematopoietic hemodynamic hemorrhage hepatoma hippocampal hippocampus
    historic holes hollow holographic homes hosts house humerus humor humorous hydrogel hyperkeratotic
    hyperparathyroidism hyperpigmentation hyperpigmented hypertensive hypoparathyroidism hypopigmented
    hypoplasia hysteric iatrogenic identified identifies identities identity ileum ileus ilium illusive
    immersion imminent immuno immunofluorescent immunopathologic immunopathology immunosuppression
    immunosuppressive implantation implication import imports improves incorporating incorporation
    indentation india indian indices indigenous induces inferior infestation inhibitor inhibitors inhibitory
    initiating initiative inner innovation innovative input inputs instruction integrating integrative inter
    interacting interactive intercellular interior intertidal intracellular investigating investigations
    involution joints junction junctions ketenes ketones korea korean labor labour lactase lactobacilli
    lactobacillus lactose lakes larva larvae larval leading leads least legion lesion lessons leukemic levee
    litter loading loads locus lymphocyte lymphocytes lymphocytic lysine makes males maltase maltose marital
    marker markers markets marrow martial massage maternal mathematics maturation measured measures memoriam
    merging message methane methanol microbiome microbiota might mining mites mitigating mitigation
    mitochondria mitochondrial mixing mobility modal modular modulated modulates modulation money monkey
    monte morality morbidity morphologic morphology mother motility motivation mouse mucosa mucous mucus
    multicenter multicentre multicentric narrow nasal nation necrolytic neurological neuron neuropathic
    neutral neutrophilic nitrate nitro nodal nodes northwestern observation observational obstruction
    obstructive operational operations organism output outputs ovine palpation papillary parotid particles
    parts party passive pasture pathogenetic pathogenic peace penetration penile perineal perioperative
    peroneal persistence personnel phage pharmacogenetics pharmacokinetics phenol phenyl phone phosphors
    phosphorus photon phrase pigmentosum pilar pinch pinus pityrosporon pityrosporum place planar planet
    planets plantar plantation plastic plate points polar police polymorphic polymorphism porphyrin position
    positron possibly poster posterior posture powder predicting predictions predictive predictors
    preference preoperative present preservation prevent preventing preventive primate prime primer private
    probable probably probe produce product productive progression projection projections proliferating
    promote promoted promoter promotes prone propagating propagation propane propene prospective prostate
    prostrate protection protective proteomics proton providers provides pulsed pulses punch punctata
    purification qualitative racial radial radical radio ration rational reading rearrangement recombination
    recommendations reconfiguration reconstitution reconstruction recurrence redistribution reduces
    reductions refinement regeneration regulated regulates regulating regulations rejection religion
    remission renin replication representing reproduction reproductive resection resin resorption restored
    restores retention reticularis reticulosis retirement revolution rivers roles routine routing rules
    sacral sample saturation scabiei sclerosing sclerostin sclerosus scope score sector segmentation
    segregation senile senior sensitization sensory separation serial serological serve setting shale shaped
    shapes share sheep sheet shell signalling significant silicone silver simulated sinus sites sized sizes
    slope soles solver sound southwestern spectra spectroscopic stages stain stains staphylococcal start
    stationary stationery statue statute stimulated stimulating store storm streptomyces streptomycin
    stricture structured substituting substitution suction sulfate sulfide sulfite superior suppresses
    suppressor swell swelling symmetric symmetry symptomatic syntheses taking tears telangiectases
    telangiectasia telangiectatica tender testis tests texas texts there thermodynamic threat throat
    thrombosis thrombotic thymidine thymine thymus tissues tomographic topology trace trachea tracheal
    tracing trade trait transformed transformer transformers transforms translation translocation
    tuberculoid typical typology undergoing underlying unsuccessful ureter ureteral urethra urethral vagina
    vague valve variational variations vasoconstriction vasoconstrictor vector vehicular verification
    vesicular vessel vocal vortex vulva vulvar wakes walks walls warming warning wells wetting whale where
    whose winding winter words worlds wounds yeast yield
    """
)

_BITS = {word: bits for bits, listed in _BY_BITS.items() for word in listed.split()}
_BITS |= dict.fromkeys(FUNCTION_WORDS | GENERIC_WORDS, 0)


def bits(word: str) -> int:
    """What a folded word says about which title it stands in: 0 for "the", 5 for "patients", 12 if rare."""
    found = _BITS.get(word)
    if found is not None:
        return found
    if word.isdigit():
        return RARE // 3
    return RARE if len(word) > 3 else RARE // 2


def is_known(word: str) -> bool:
    """Whether this is a word of the language, so that it can't be a slip for another one."""
    return _is_listed(word) or (len(word) > 6 and word.startswith("un") and _is_listed(word[2:]))


def _is_listed(word: str) -> bool:
    return word in _BITS or word in _LOOKALIKES
