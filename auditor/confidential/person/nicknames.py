"""Usual short forms of given names, and names that are plain words too."""

from auditor.confidential.common_words import word_set

_GROUPS = """
alexander alexandra alejandro alejandra alessandro alessandra alex alec alexa sandy sasha xander lex ally |
abigail abby gail | adam ad | agnes aggie | albert al bert | alfred alf fred | alan allan allen al |
alice allie | alison allie ali | amanda mandy | andrew andy drew | angela angie |
ann anne anna annie nan | anthony antonio antony tony | arthur art | barbara barb babs barbie |
benjamin benj ben benny benji | bernard bernie | beverly bev | bradley brad | bridget biddy bridie |
catherine katherine kathryn katharine cathy kathy kate katie kat kitty kit kath cath cat |
caroline carolyn carrie caro | cassandra cassie | charles chas carlos charlie chuck |
charlotte charlie lottie | christina christine kristina kristine chris chrissy tina kris |
christopher chris kit topher | cynthia cindy | clifford cliff | cornelius neil | daniel dan danny |
danielle dani | david dave davy | deborah debra deb debbie | dennis denny | diana diane di |
donald don donnie | dorothy dot dottie dolly | douglas doug | edward edw eduardo ed eddie ned ted teddy |
edwin ed eddie | eleanor ellie nell nora |
elizabeth elisabeth eliz liz lizzie beth betty eliza lisa libby bess | emily em emmy | emma em | eugene gene |
evelyn evie | florence flo flossie | frances fran frannie | francis francisco frank fran |
franklin frank | frederick fredk fred freddy | gabriel gabe | gabrielle gabby | gerald gerry jerry |
geoffrey jeffrey geoff jeff | george geo georgie jorge | gregory greg | gwendolyn gwen | harold harry hal |
harriet hattie | helen helena nell elena | henry hank harry enrique | herbert herb bert | hannah hanna |
ignacio nacho | irene rene | isabel isabella isabelle izzy bella belle | jacob jake | jacqueline jackie |
james jas jim jimmy jamie diego | janet jan | jane janie jenny | jason jay | jean jeanie |
jennifer jen jenny jenn | jeremiah jerry | jeremy jerry jem | jessica jess jessie | joan joanie |
joanna joanne jo | john jack johnny juan jon ian | jonathan jon johnny | jose pepe |
joseph jos joe joey jo josef | josephine jo josie | joshua josh | joyce joy | judith judy |
julia julie jules | julian jules | kenneth ken kenny | kevin kev | kimberly kim | kristen kris |
laura laurie | lawrence laurence larry laurie | leonard len lenny leo | leslie les | lillian lily lil |
linda lindy lynn | louis lewis lou louie luis | louise lou | lucille lucy | lucas luke |
madeline madeleine maddy maddie | margaret margt maggie meg peggy marge margie greta rita daisy |
maria marie mary mia | mary molly polly mamie | marjorie marge | martha marty | martin marty |
matthew mateo matt matty | maureen mo | maximilian max | melanie mel | melissa mel missy lissa |
michael miguel mike mick micky mickey mikey | michelle shelly chelle | miranda mandy randi |
mitchell mitch | monica mona | nancy nan | natalie nat | natasha tasha | nathan nathaniel nat nate |
nicholas nicolas nick nicky nico | nicole nicky nikki | norman norm | oliver ollie | olivia liv livvy |
pamela pam | patricia pat patty trish tricia patsy | patrick pat paddy | paul pablo | pauline polly |
penelope penny | peter pete pedro | philip phillip phil | phyllis phyl | priscilla cilla | rachel rach |
ralph raph | raymond ray | rebecca becky becca | regina gina | reginald reg reggie |
richard richd rich rick ricky dick ricardo | robert robt rob robbie bob bobby roberto bert | roberta bobbie |
rodney rod | roger rog | ronald ron ronnie | rosemary rose rosie | roxanne roxy | russell russ |
ruth ruthie | samuel saml sam sammy | samantha sam sammy | sarah sara sally sadie | sebastian seb |
sharon shari | shirley shirl | sidney sydney sid syd | stanley stan |
sophia sophie sofia sofie zofia zosia soph |
stephanie steph stefanie stephany stephani | stephen steven steve stevie esteban | stuart stewart stu |
susan susanna suzanne sue susie suzy | sylvia syl | tabitha tabby | tamara tammy | terence terry |
theresa teresa terry teri terri tess tessa | theodore ted teddy theo |
thomas thos tom tommy tomas | thaddeus thad tad | timothy tim timmy |
valerie val | vanessa nessa | veronica ronnie | victor vic | victoria vicky vicki tori |
vincent vince vinny | virginia ginny | vivian viv | walter walt wally | wendy wen | wilfred wilf fred |
william wm guillermo will bill billy willy liam | winifred winnie | yvonne eve | zachary zach zack |
jose joe | guadalupe lupe | rafael rafa | manuel manny manolo | dolores lola | concepcion concha |
rosario charo |
aisha ayesha aysha aishah | mohammed mohamed muhammad mohammad | ahmed ahmad | hussein hussain husain |
yusuf yousef youssef | fatima fatimah fatma | megan meghan meagan meg |
caitlin kaitlin kaitlyn katelyn caitlyn katie cait | kathleen cathleen kathy cathy kate katie kath kay |
eileen aileen | eloise ellie | rosalind roz | maxine max | bartholomew bart | clarence clare |
clementine clem | emmanuel manny | ernest ernie | gilbert gil bert | leroy roy | loretta etta |
lucinda lucy cindy | marcus marc mark | marguerite margot maggie daisy rita | millicent millie |
mildred millie | minerva minnie | nathalie natalie nat | rosalie rose rosie | silvia sylvia |
tobias toby | antoinette toni nettie | bernadette bernie detta | constance connie |
cecilia cecily cece celia | delores lola | felicity fliss | georgina georgie gina |
geraldine gerry geri | henrietta etta hettie | imogen immy | julianne julie | mackenzie kenzie |
marianne mary annie | annmarie ann | nadine nadia | prudence pru | rhiannon rhi | siobhan shiv |
verity vee | wilhelmina mina billie | erica erika | eric erik | brian bryan | sean shawn shaun |
ashley ashleigh | brittany britney | lindsay lindsey | kristen kristin kirsten | michele michelle |
nichole nicole | rachael rachel | jeffery jeffrey jeff |
maria ma | francisco fco | fernando fdo | guillermo gmo | antonio anto
"""

_SHORT: dict[str, frozenset[str]] = {}
for _group in _GROUPS.split("|"):
    for _name in _group.split():
        _SHORT[_name] = _SHORT.get(_name, frozenset()) | frozenset(_group.split()) - {_name}

GIVEN = frozenset(_SHORT)
"""Usual given names and their short forms, plain words among them."""
WRITTEN_SHORT = word_set(
    "benj chas edw eliz fredk geo jas jos margt richd robt saml thos wm ma fco fdo gmo anto"
)
"""Short forms in writing alone, often with a full stop."""

WORDS = word_set(
    """
    abbey able alex angel april archer art ash august autumn baker banks barber barn bass bay beach bean
    bell berg berry best bill bird bishop black blank bloom blue bond booker booth bow bowen bowman boyd
    branch brand bridge bridges bright brook brooks brown buck bud burns bush butcher butler cage
    carpenter carter case cash castle chance chapel chase cherry christian church clark clay cliff close
    coffee cole colt cook cooper cotton cross crystal curry daisy dale dash dawn day dean dear dell dick
    dixie dolly dot drake draper drew duke dusty dyer early east eden english example faith farmer
    farrier fern field fields finch fish fisher flint flora flower flowers ford forest foster fox frank
    free french frost gale game garden gardener gem gene glass glen golden good goodman grace grant
    graves gray green grey gross guy hale hall hand hardy harmony harp harper harry hart haven hawk
    hazel head heart heath heather heaven henry herb hill hobby holiday holly home hood hook hope house
    hunt hunter iris iron ivy jack jade jasmine jay jean jet jewel joe joy judge july june junior
    justice kid kind king kitty knight lake lamb lance land lane lark law leaf lee legacy liberty light
    lily little long love low lucky lynch mace major maple mark marsh marshal marshall mason max may
    mercer mercy merit miles mill miller mills mint misty mitten moon moore moss myers myrtle name nest
    new nick noble north oak ocean olive page palm paris park parker parks parson pat patience patsy
    pearl penny perry person piper pitt pope porter pound power powers price pride prince queen rain
    randy rave ray reason red reed rich ring river rivers rob robin rock rod roman root rose rosemary
    rows royal ruby rusty sage sailor sally sam sample sandy savage savannah scarlet scott sea sergeant
    shade sharp shepherd shore short sierra silver singer singleton skip sky small smart smith snow
    sparks spear spring star stark steel stephen sterling stone storm story street strong sue summer
    summers sun sunny swan sweet swift tanner taylor temple test thatcher theme thorn tiger tile tim
    todd tom towns trinity true trust tucker turner tyler user usher vale victor violet virginia wade
    ma wait walker wall waller ward waters way weaver webb weeks well wells west wheeler white whitehouse
    wild will willow wind winter winters wise wit wolf wood woods worth wright wynn young
    """
)
"""Words which are also names: in lower case they are no sign of a person."""


def is_given_name(word: str) -> bool:
    """True for a usual given name that is no plain word."""
    return word in _SHORT and word not in WORDS


def forms_of(given: str) -> frozenset[str]:
    """`given` and its usual short and long forms, all lower case."""
    return frozenset({given}) | _SHORT.get(given, frozenset())
