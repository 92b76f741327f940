"""Words of addresses other than street types: units, regions, countries, and what stands around them."""

from auditor.confidential.address.vocabulary.lists import table, words

_UNITS = """
apartment apt apmt appt app apartments | suite ste suit | unit unt units u | room rm
floor fl flr floors | building bldg bld bldng block blk | department dept | office ofc off
space spc | lot | trailer trlr | slip | pier | stop | hangar hngr hanger | lower lowr | upper uppr
front frnt | rear | side | basement bsmt | lobby lbby | penthouse ph | key | flat flt | level lvl
shop | studio | mailbox mbx pmb | stair staircase | wing | tower twr | entrance | door | piso
puerta | depto departamento dpto | interior int | planta | etage | bureau | bat batiment
esc escalier | stock stockwerk og eg | wohnung whg | hinterhaus | vorderhaus | seitenflugel
gartenhaus | erdgeschoss | dachgeschoss | bajo bj | atico | entresuelo | scala | interno | andar | sala
bloco | loja | apartamento apto ap | appartement | bus | bte boite | stiege | tur | conj conjunto | lgh
"""
UNITS = table(_UNITS)
"""Unit designators (USPS Publication 28, appendix C2, and other countries' usual ones)."""

UNITS_ALONE = words(
    """
    basement bsmt front frnt lobby lbby lower lowr penthouse ph rear side upper uppr studio
    hinterhaus vorderhaus seitenflugel gartenhaus erdgeschoss dachgeschoss bajo atico entresuelo
    """
)
"""Designators that need no number."""

BUILDINGS = words(
    """
    house court tower towers building hall lodge cottage villa centre center mill manor rectory
    vicarage grange priory abbey castle apartments plaza block residence residences chambers mansions
    hostel inn hotel farm barn chapel church school works wharf exchange arcade annex annexe complex
    campus college hospital clinic casa edificio residencia torre condominio quinta finca immeuble
    palazzo haus schloss hof
    """
)
"""Words one of which the name of a building holds: other first lines may name whoever lives there."""

_STATES = """
al alabama ala | ak alaska | az arizona ariz | ar arkansas ark | ca california calif cal
co colorado colo | ct connecticut conn | de delaware del | dc districtofcolumbia | fl florida fla
ga georgia | hi hawaii | id idaho | il illinois ill ills | in indiana ind | ia iowa
ks kansas kans kan | ky kentucky | la louisiana | me maine | md maryland | ma massachusetts mass
mi michigan mich | mn minnesota minn | ms mississippi miss | mo missouri | mt montana mont
ne nebraska nebr neb | nv nevada nev | nh newhampshire | nj newjersey | nm newmexico nmex
ny newyork | nc northcarolina ncar | nd northdakota ndak | oh ohio | ok oklahoma okla
or oregon ore oreg | pa pennsylvania penn penna | ri rhodeisland | sc southcarolina scar
sd southdakota sdak | tn tennessee tenn | tx texas tex | ut utah | vt vermont | va virginia
wa washington wash | wv westvirginia wva | wi wisconsin wis wisc | wy wyoming wyo | pr puertorico
gu guam | vi virginislands usvirginislands | as americansamoa
mp northernmarianaislands | fm micronesia federatedstatesofmicronesia | mh marshallislands
pw palau | aa armedforcesamericas | ae armedforceseurope | ap armedforcespacific | ab alberta alta
bc britishcolumbia | mb manitoba man | nb newbrunswick | nl newfoundlandandlabrador newfoundland
ns novascotia | nt northwestterritories | nu nunavut | on ontario ont | pe princeedwardisland pei
qc quebec que pq | sk saskatchewan sask | yt yukon | nsw newsouthwales | vic victoria
qld queensland | sa southaustralia | wa westernaustralia | tas tasmania
act australiancapitalterritory | nt northernterritory
"""
STATES = table(_STATES)
"""States, provinces and territories: every spelling (run together) and its code."""

_COUNTRIES = """
us usa unitedstates unitedstatesofamerica america | ca canada can
gb uk unitedkingdom greatbritain england | scotland wales northernireland britain
ie ireland eire republicofireland | au australia aus | nz newzealand aotearoa | es spain espana
mx mexico | fr france | de germany deutschland | at austria osterreich
ch switzerland schweiz suisse svizzera | nl netherlands thenetherlands nederland holland
be belgium belgie belgique | it italy italia | pt portugal | br brazil brasil | ar argentina
cl chile | co colombia | dk denmark danmark | no norway norge | se sweden sverige | fi finland suomi
pl poland polska | hu hungary magyarorszag | cz czechia czechrepublic ceskarepublika | sk slovakia
gr greece hellas | tr turkey turkiye | il israel | za southafrica | in india | jp japan | kr southkorea
republicofkorea | ru russia russianfederation | ua ukraine | ro romania | bg bulgaria | hr croatia hrvatska
si slovenia slovenija | lu luxembourg luxemburg | pe peru | uy uruguay | ve venezuela | ec ecuador
ph philippines | sg singapore | hk hongkong | ke kenya | ng nigeria
"""
COUNTRIES = table(_COUNTRIES)
"""Countries: every spelling (run together) and its code."""

ABBREVIATED = table(
    """
saint st ste sta sainte sankt snt san santa sto santo sao s | mount mt mnt mont monte | fort ft
mountain mtn
doctor dr doktor docteur doutor dottor dott dra doctora doutora
northern nthn | southern sthn | eastern estn | western wstn
junior jr jnr | senior sr snr | general gen gnrl gal gral generale generaal
president pres presidente pdte pdt prasident | reverend rev | colonel col coronel cel cnel
colonello | captain capt cpt capitan capitao capitaine capitano cap cne cmdte
lieutenant lt tenente teniente ten tte | sergeant sgt sargento | major maj | father fr
marshal marechal mal mariscal mcal maresciallo feldmarschall | admiral almirante alm alte amiral adm
commander commandant comandante cdt cmte cte | brigadier brigadeiro brig
engineer engenheiro ingeniero eng ing ingenieur | professor prof profesor professora profesora
professeur | governor gov governador gobernador gob | senator sen senador | minister ministro min
deputy deputado dep diputado | bispo obispo bp | arcebispo arzobispo
cardinal card cardinale cardeal | monsignor monsenor mons mgr monseigneur | padre p pe pbro
burgemeester burgermeister burg bgm burgem burgemr bmstr | pastor pastoor pfarrer pfr past
maestro mtro maestra | papa p | licenciado lic | prins prinz | prinses prinzessin
grosse grosser gr | freiherr frhr frh freih | swiety sw swietego swieta swietej
koning konig kon | koningin konigin | graaf graf | duque duc | barao
martin m | national natl nationale nazionale naz nazle nacional nac
international intl | university univ universidad universite
universitat | industrial ind indl | memorial mem meml | airport arpt | hospital hosp | school sch
church ch | center ctr centre centro | heights hts ht | springs spgs | spring spg | lake lk | park pk
valley vly | point pt | old ol oude oud | new nw nieuwe nieuw nwe | little ltl | upper upr uppr up
lower lwr lr low | great gt grt groot grote gr | klein kleine kl | hill hl | hills hls | beach bch
river riv | creek crk | ridge rdg | junction jct | village vlg | falls fls | harbor hbr harbour
island is | city cty | township twp | county co cnty | grove grv | port pt | bridge brg
crossing xing | and und et y e en | first 1st | veterans vets | market mkt markt mkt
faubourg fbg fg faub | broadway bway bdwy bdway brdway brdwy
van von v | der den d | des d | constitution constitucion const | independence independencia indep
untere unt | obere ob | hintere hint | vordere vord | regina reg reina | principe princ
nuestra ntra na nra | senora sra sa senhora | nossa nsa na
republic republica rep republique repubblica | liberty libertad libertador liberation lib
"""
)
"""Words within names that are commonly shortened, and what they may stand for."""

TITLES = words(
    """
    dr doctor doktor docteur doutor doutora dottor dott dra jr junior sr senior rev reverend gen general
    gal gral generale generaal pres president presidente pdte col colonel coronel cel cnel capt captain
    capitan capitao capitaine capitano cap sgt sergeant sargento lt lieutenant tenente teniente maj
    major sir dame mayor gov governor governador gobernador hon prof professor profesor professora
    profesora professeur marshal marechal mal mariscal admiral almirante alm amiral commandant
    comandante cdt brigadier brigadeiro brig engenheiro ingeniero eng ing ingenieur senator senador sen
    ministro deputado diputado bispo obispo cardinal cardinale mons monsignor monsenor mgr padre pe pbro
    burgemeester burgermeister burg pastor pastoor pfarrer maestro mtro licenciado lic don dom dona
    conde duque visconde barao papa pape papst generala marszalka prezydenta profesora doktora biskupa
    kardynala pulkownika plk ksiedza ks kapitana kpt majora mjr porucznika por swietego swietej hetmana
    libertador generale krale kpt svateho
    abbe chanoine soeur frere pere fray sor suor fra frei conego dekan
    """
)
"""Titles in street names, often left out."""

GIVEN_NAMES = words(
    """
    adolphe albert alessandro alexandre alfonso alfred amerigo andre andrea anatole anne antonio
    aristide august auguste bartolomeu benito camille carl carlo carlos cesar cesare charles claude
    cristobal dante diego domenico edouard emile emilio enrico ernst eugene federico fernando ferdinand
    filippo francesco francisco francois franz fratelli friedrich fritz gabriel gabriele galileo garcia
    gaspard georg george georges gerhard giacomo giordano giovanni giuseppe goffredo guglielmo
    guillermo gustav gustave hans heinrich helmut henri hermann honore jacques jaume jean jeanne jo
    joao joaquin johann johannes jorge jose joseph juan jules karl konrad leon leonardo leopold louis
    lope lorenzo louise ludwig luigi luis manuel marcel maria marie mario martin matthias max maximilian
    michel michelangelo miguel moritz nicolas nicolo otto pablo paul pedro philipp pier pierre pio
    rainer raphael rene ricardo richard robert rodrigo romain rosa rudolf salvador salvatore sebastian
    simon sophie theodor thomas tomas tommaso ugo umberto vasco victor vincent vincenzo vittorio
    walther werner wilhelm wolfgang winston woodrow franklin abraham
    baptiste achille adolfo agostino alberto alcide aldo alfredo alvaro amedeo amilcare ana andres angel
    angelo anibal antero antoine ariosto aristides armando armand arnaldo arthur arturo augusto aurelio
    baldassarre bartolome bartolomeo battista benito benedetto benjamin bernardino bernardo bettino blas
    bruno camillo camilo candido carmen cecilia celestino cesario claudio clara clemente concepcion cosme
    costantino daniel david denis diogo dolores domingo donato duarte edgar edmond edmondo eduardo egas
    elena eleonora elias eloy emiliano emiliana enriqueta ernest ernesto estevao etienne ettore eugenio
    evaristo fabrizio fausto felice felipe felix fermin fernand fernao florencio florian francisca
    frederic gaetano gaston gervasio getulio giacinto gianni gioacchino giorgio giulio goncalo gonzalo
    gregorio guillaume guido guilherme gustavo hector henrique hermenegildo hernan hipolito horacio hugo
    humberto ignacio ildefonso ines infante isaac isabel isidro ivo jacinto jacob jacopo jaime jan
    jeronimo jesus joana joaquim josefa josip julio justino justo kazimierza jana jozefa adama juliusza
    henryka stanislawa wladyslawa tadeusza marii stefana mikolaja ignacego fryderyka lazaro leandro
    leopoldo lino lourenco lucia luca luciano lucio luisa luiz macario mahatma manoel marc marcelino
    marcello marco mariano marino martim mateo matteo mathieu maurice mauricio melchor menotti mercedes
    michele modesto napoleon narciso nelson nicola nilo norberto octavio olavo oreste oscar oswaldo
    pascual pasquale patricio pedro pelayo pero pietro pompeo quintino rafael raffaele raimundo ramiro
    ramon raul remigio renato renzo rinaldo rene roberto rocco rodolfo roger roque rosalia ruben rui
    ruggero ruy salvatore samuel sandro santiago santos sebastiao sergio severino silvio simon simone
    sofia stefano teofilo teresa timoteo tito tobias ulisse urbano valentin valentino venancio venustiano
    vincenza vicente virgilio vitor vitorino wenceslao xavier yves zeferino
    """
)
"""Given names of people whom streets are named after."""

SIDES = words(
    """
    alte alter alten neue neuer neuen grosse grosser kleine kleiner obere oberer untere unterer hintere
    vordere lange kurze hohe innere aussere mittlere ostliche westliche nordliche sudliche
    oude nieuwe korte grote hoge lage achter voor norra sodra ostra vastra lilla stora gamla nya ovre nedre
    gammel gamle ny nye store lille nordre sondre ostre vestre
    """
)
"""Words before a joined name or one with its type behind that make another street of it."""

NUMBER_SIGNS = words(
    """
    no nr num number numero nro nbr nos numbers civic civico civ house housenumber hausnummer
    huisnummer huisnr hsnr hausnr hnr husnummer numer lt nummer n lote streetnumber cp cislo popisne
    """
)
"""Words that announce a house number."""

FIELD_NAMES = words(
    """
    street streetname streetaddress road address addr line name strasse straat rue calle via
    thoroughfare route suffix streetsuffix prefix predirection direction streetdirection streettype
    location line1 address1 full value property schema text label st housenumber
    number s type kind streetdir streetdirection dir predir postdir tag k v
    """
)
"""Names of form fields and data keys that may stand between number and street."""

OTHER_NUMBERS = words(
    """
    box pob pobox pmb caller drawer bin ext extn extension x phone tel telephone fax call sku item model
    part ref reference order invoice ticket id isbn issn page pages p pp vol volume chapter ch section
    sec case docket permit license licence zip postcode plate grade class article articulo articolo
    artigo artikel year usd eur gbp price cost version ver v row seat kodak room rm account acct serial
    catalog catalogue
    linie buslinie tramlinie ligne linea lijn buslijn linha folge kapitel
    route rt rte figure figures fig table verse psalm lesson footnote exhibit appendix
    stop zone ward photo hike precinct
    """
)
"""Words that claim the number behind them for something other than a house."""

FOLLOWERS = words(
    """
    at on in by for from to and or is was near next before after until till since with the a our
    we you he she they it this that tomorrow tonight today now please call phone tel email fax
    if but so as of off behind between where when which who usa us sunday monday tuesday
    wednesday thursday friday saturday mon tue wed thu fri sat sun am pm not map maps directions
    html htm php pdf jpg jpeg png gif webp docx doc xlsx svg flyer jan feb then also has have
    will can are were here there your my their
    """
)
"""Words that may follow an address written without a street type."""

GOING_ON = FOLLOWERS | words(
    """
    every each through thru during while because although though unless once per into onto upon
    about across along around outside inside over under up down out only just again always never
    often usually already still yet soon later early daily weekly monthly nightly yearly opens
    closes opened closed remains stays stands sits hosts houses holds serves offers welcomes had
    does did should could would may must might shall being been be are whom whose what why how than
    whether either neither nor both all any some most hver hvert og er til fra med ved som varje och
    belongs became becomes und oder ist sind war waren wird werden hat haben ab bis um im mit von zu
    zum zur bei nach vor auf aus fur gegen ohne jeden jede jedes taglich immer nur auch dann wenn
    weil dass wo wir sie es ihr ich et ou est sont etait sera au aux dans sur pour par avec sans
    chaque tous toutes nous vous il elle ils elles qui que quand y e o son era en al con sin por
    para cada todos todas nosotros donde cuando desde hasta sono sara ogni tutti che dove quando
    fino sao em no na com sem onde ate foi zijn wordt van voor tot met op naar elke iedere alle wij
    jullie die dat waar wanneer je jsou byl v z se kde kazdy jest sa w oraz
    """
)
"""Words of a dozen languages that go on with a sentence: what stands before them is whole, and a number
before them counts nothing."""

NOT_TOWNS = FOLLOWERS | words(
    """
    inc llc ltd corp gmbh sarl srl photo foto plan karte hinterhof eingang hof ruckgebaude parterre
    links rechts cour patio fondo dto esq fte frente dcho dcha izq izda izqda dta
    suite unit building phone telephone contact hours open closed parking shelter house home
    office entrance entry front back side door ring bring come go see visit meet come usa united
    states canada january february march april may june july august september october november
    december copyright all rights reserved attn attention care welcome about click get view
    staff main first second third ground floor downtown uptown mobile cell fax mail
    """
)
"""Capitalised words behind an address that are no other town."""

MEASURES = words(
    """
    km kilometer kilometers kilometres kilometros chilometri meter meters metres metros metri minuten
    minutes minutos minuti jahre jaar ans anos anni uur heures horas stunden euro eur prozent mal fach
    """
)
"""What a number before it measures or counts, whatever stands before the number."""

CORNERS = words("esq esquina entre casi ecke angolo coin hoek")
"""Words before the streets beside a house."""

TOWN_LED = words("in te")
"""Words that lead any town behind a street: "Kerkstraat 12 te Utrecht"."""

IN_TOWN_ABROAD = words("a en em i")
"""Words that lead a town in other languages, where its name has a capital letter."""

OWN_TOWN_LED = TOWN_LED | words("i w we v ve u a en em at bei zu")
"""The same in more languages, where they are other words as well unless the address's own town follows."""

BLOCKS = words("mz mza mzna mzn manzana")
"""Words for a block of houses in Peru, which has a letter."""
