"""Words that stand behind an address on a page, with a capital letter, and are no town's name."""

from auditor.confidential.address.lists import words

_ENGLISH = """
volunteer volunteers wanted needed parking donate donation donations donors apply hiring jobs careers
enquiries inquiries appointments opening admission free entry tickets events event meeting meetings
registration directions bus metro train tram subway stop buzzer bell intercom wheelchair accessible
everyone weekdays weekends evenings mornings daily hotline helpline menu news blog about
subscribe newsletter follow share print login search read learn
"""
_GERMAN = """
freiwillige ehrenamtliche gesucht eintritt frei freier haltestelle parkplatz parkplatze parken spenden
termine termin telefon fon telefax offnungszeiten sprechzeiten sprechstunde anfahrt beginn einlass
treffpunkt anmeldung kontakt beratung notruf buro klingel klingeln klingelschild aufzug fahrstuhl
barrierefrei montag dienstag mittwoch donnerstag freitag samstag sonntag montags dienstags mittwochs
donnerstags freitags samstags sonntags uhr nachste nachster hochste ansprechpartner ansprechpartnerin
bushaltestelle bahnhof ubahn sbahn strassenbahn tiefgarage eingange durchgang einfahrt impressum
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
ouvert ouverture ferme reunion reunions contacts mentions acces
"""
_SPANISH = """
entrada gratuita voluntarios voluntarias estacionamiento aparcamiento horario horarios telefono timbre
portero ascensor parada autobus citas cita informes informacion inscripciones lunes martes miercoles
jueves viernes sabado sabados domingo domingos abierto cerrado donativos donaciones atencion
contacto ubicacion mapa
"""
_ITALIAN = """
ingresso libero gratuito volontari cercasi parcheggio orari orario citofono campanello ascensore fermata
appuntamento appuntamenti iscrizioni lunedi martedi mercoledi giovedi venerdi sabato domenica aperto chiuso
donazioni informazioni contatti riunione riunioni segreteria sportello
"""
_PORTUGUESE = """
entrada gratuita voluntarios estacionamento telefone campainha elevador paragem ponto onibus autocarro
horario horarios marcacao marcacoes inscricoes segunda terca quarta quinta sexta sabado domingo feira
aberto fechado doacoes contato contatos contacto informacoes atendimento
"""
_EVERYDAY = words(f"{_ENGLISH} {_GERMAN} {_DUTCH} {_FRENCH} {_SPANISH} {_ITALIAN} {_PORTUGUESE}")
_ENDINGS = ("ung", "ungen", "heit", "keit", "schaft", "zione", "zioni", "ment", "ments")
"""What words for actions and qualities end in, and hardly any town."""
_LEAST = 8
"""Letters of a word known by its ending: "Freyung" is a town."""


def is_everyday(word: str) -> bool:
    """True for a folded word that is no part of a town's name, though it is written with a capital letter."""
    return word in _EVERYDAY or (len(word) >= _LEAST and word.endswith(_ENDINGS))
