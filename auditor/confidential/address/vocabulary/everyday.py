"""Words that stand behind an address on a page, with a capital letter, and are no town's name."""

from auditor.confidential.address.vocabulary.lists import words

_ENGLISH = """
volunteer volunteers wanted needed parking donate donation donations donors apply hiring jobs careers
enquiries inquiries appointments opening admission free entry tickets events event meeting meetings
registration directions bus metro train tram subway stop buzzer bell intercom wheelchair accessible
everyone weekdays weekends evenings mornings daily hotline helpline menu news blog about
subscribe newsletter follow share print login search read learn
"""
_ROOMS_AND_DAYS = """
garage annex annexe residence residences upstairs downstairs kitchen attic cellar lobby gym gymnasium
cafeteria courtyard patio porch driveway backyard stairs stairwell stairway staircase elevator elevators lift
lifts hallway corridor bathroom bathrooms bedroom bedrooms bed beds lounge dining laundry basement rear loft
restroom restrooms receptionist reception foyer conference auditorium classroom classrooms nursery daycare
playground carport shed balcony veranda doorway gates gated fenced alley alleyway loading dock
sundays mondays tuesdays wednesdays thursdays fridays saturdays sept oct nov dec aug apr noon midnight
today tonight tomorrow yesterday afternoon afternoons morning evening nights overnight
thanks thank please sorry hello note notes notice important warning confidential private secret
manager director coordinator advocate advocates counselor counselors counsellor therapist supervisor
landlord tenant tenants owner owners neighbor neighbors neighbour neighbours guests residents clients
visitors deliveries delivery drivers supplies clothing clothes toys food furniture diapers groceries
pantry dinner lunch breakfast brunch supper potluck fundraiser gala raffle auction bazaar picnic barbecue
workshop workshops training trainings class classes seminar orientation rehearsal concert yoga
rent lease utilities monthly mortgage insurance payable invoice invoices
available vacant renovated built established founded moved relocated formerly currently temporarily
"""
_GERMAN = """
freiwillige ehrenamtliche gesucht eintritt frei freier haltestelle parkplatz parkplatze parken spenden
termine termin telefon fon telefax offnungszeiten sprechzeiten sprechstunde anfahrt beginn einlass
treffpunkt anmeldung kontakt beratung notruf buro klingel klingeln klingelschild aufzug fahrstuhl
gewerbegebiet industriegebiet gewerbepark
barrierefrei montag dienstag mittwoch donnerstag freitag samstag sonntag montags dienstags mittwochs
donnerstags freitags samstags sonntags uhr nachste nachster hochste ansprechpartner ansprechpartnerin
bushaltestelle bahnhof ubahn sbahn strassenbahn tiefgarage eingange durchgang einfahrt impressum
rathaus kirche schule altbau neubau seiteneingang innenhof hinterhof erdgeschoss obergeschoss
dachgeschoss apotheke supermarkt vh hh sf gh qg eg og ug dg ecke
datenschutz startseite treppe lageplan stadtplan briefkasten leitung
"""
_DUTCH = """
ingang parkeren vrijwilligers gezocht toegang gratis openingstijden afspraak afspraken telefoon bel
bellen contact spreekuur aanmelden aanmelding route halte bushalte tramhalte maandag dinsdag woensdag
donderdag vrijdag zaterdag zondag lift trap donaties giften
"""
_FRENCH = """
entree gratuite gratuit benevoles recherches rendezvous metro tramway arret gare station interphone
digicode sonnette horaires accueil ascenseur escalier etage stationnement dons inscription inscriptions
permanence permanences lundi mardi mercredi jeudi vendredi samedi dimanche telephone renseignements
ouvert ouverture ferme reunion reunions contacts mentions acces zac zi za zae zone mairie pharmacie ecole
"""
_SPANISH = """
entrada gratuita voluntarios voluntarias estacionamiento aparcamiento horario horarios telefono timbre
portero ascensor parada autobus citas cita informes informacion inscripciones lunes martes miercoles
jueves viernes sabado sabados domingo domingos abierto cerrado donativos donaciones atencion
contacto ubicacion mapa poligono pol zona esquina esq entre iglesia colegio farmacia ayuntamiento
"""
_ITALIAN = """
ingresso libero gratuito volontari cercasi parcheggio orari orario citofono campanello ascensore fermata
appuntamento appuntamenti iscrizioni lunedi martedi mercoledi giovedi venerdi sabato domenica aperto chiuso
donazioni informazioni contatti riunione riunioni segreteria sportello chiesa scuola municipio farmacia
"""
_PORTUGUESE = """
entrada gratuita voluntarios estacionamento telefone campainha elevador paragem ponto onibus autocarro
horario horarios marcacao marcacoes inscricoes segunda terca quarta quinta sexta sabado domingo feira
aberto fechado doacoes contato contatos contacto informacoes atendimento igreja escola
"""
_EVERYDAY = words(
    f"{_ENGLISH} {_ROOMS_AND_DAYS} {_GERMAN} {_DUTCH} {_FRENCH} {_SPANISH} {_ITALIAN} {_PORTUGUESE}"
)
_STREETS = ("strasse", "straat", "gasse", "allee", "gatan", "laan", "gracht")
"""What streets in one word end in: no town has one behind a comma, though a corner may."""
_ENDINGS = ("ung", "ungen", "heit", "keit", "schaft", "zione", "zioni", "ment", "ments")
"""What words for actions and qualities end in, and hardly any town."""
_LEAST = 8
"""Letters of a word known by its ending: "Freyung" is a town."""


def is_everyday(word: str) -> bool:
    """True for a folded word that is no part of a town's name, though it is written with a capital letter."""
    return word in _EVERYDAY or word.endswith(_STREETS) or (len(word) >= _LEAST and word.endswith(_ENDINGS))
