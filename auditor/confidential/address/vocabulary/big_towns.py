"""Larger towns of Europe and Latin America, by the names they have there and in English.

A name of the list is another town wherever it stands beside a street, with a comma or without; names that are
as often a person's, a street's or a plain word's are left out.
"""

from auditor.confidential.address.vocabulary.lists import words

_GERMAN = """
berlin hamburg munchen koln frankfurt stuttgart dusseldorf leipzig dortmund bremen dresden hannover
nurnberg duisburg bochum wuppertal bielefeld bonn munster mannheim karlsruhe augsburg wiesbaden gelsenkirchen
monchengladbach braunschweig kiel chemnitz aachen magdeburg freiburg krefeld lubeck mainz erfurt rostock
oberhausen kassel potsdam saarbrucken oldenburg leverkusen osnabruck solingen heidelberg darmstadt herne
regensburg neuss paderborn ingolstadt offenbach furth ulm heilbronn pforzheim wurzburg wolfsburg gottingen
bottrop reutlingen erlangen bremerhaven koblenz remscheid recklinghausen trier jena salzgitter siegen
hildesheim gutersloh cottbus kaiserslautern schwerin gera konstanz flensburg luneburg bamberg bayreuth
wien graz linz salzburg innsbruck klagenfurt villach wels dornbirn bregenz
zurich genf basel bern lausanne winterthur luzern lugano biel thun chur schaffhausen fribourg neuchatel sion
"""
_LOW = """
amsterdam rotterdam denhaag utrecht eindhoven groningen tilburg almere breda nijmegen apeldoorn haarlem arnhem
enschede amersfoort zaandam zwolle leiden dordrecht zoetermeer maastricht delft alkmaar hilversum leeuwarden
antwerpen gent brugge leuven mechelen aalst hasselt kortrijk oostende genk bruxelles brussel liege charleroi
namur mons tournai verviers luik
"""
_FRENCH = """
marseille lyon toulouse nantes montpellier strasbourg bordeaux lille rennes reims toulon grenoble dijon angers
nimes villeurbanne aixenprovence brest limoges amiens perpignan metz besancon orleans rouen mulhouse caen
nancy argenteuil montreuil roubaix tourcoing avignon dunkerque poitiers versailles pau calais cannes antibes
colmar bourges quimper valence chambery annecy lorient niort beziers bayonne
montreal laval gatineau longueuil sherbrooke saguenay levis troisrivieres terrebonne
"""
_SPANISH = """
barcelona sevilla zaragoza malaga murcia bilbao alicante cordoba valladolid vigo gijon hospitalet
granada elche oviedo badalona cartagena terrassa jerez sabadell mostoles almeria alcaladehenares leganes
getafe burgos albacete santander castellon logrono badajoz salamanca huelva lleida tarragona caceres
toledo ciudadreal segovia pontevedra ourense guadalajara jaen pamplona
monterrey puebla tijuana zapopan chihuahua merida queretaro morelia culiacan hermosillo saltillo
aguascalientes mexicali acapulco cancun xalapa oaxaca durango toluca cuernavaca veracruz
bogota medellin cali barranquilla bucaramanga pereira manizales cucuta ibague
buenosaires rosario mendoza tucuman laplata mardelplata salta neuquen
valparaiso concepcion antofagasta temuco arequipa trujillo chiclayo cusco montevideo quito guayaquil caracas
asuncion
"""
_ITALIAN = """
milano napoli torino palermo genova bologna firenze bari catania venezia verona messina padova trieste taranto
brescia prato parma modena reggioemilia reggiocalabria perugia livorno ravenna cagliari foggia rimini salerno
ferrara sassari monza siracusa pescara bergamo forli trento vicenza terni bolzano novara piacenza ancona
andria udine arezzo cesena lecce pesaro alessandria pavia varese cosenza lucca pisa
"""
_PORTUGUESE = """
lisboa braga coimbra amadora setubal almada aveiro viseu leiria faro evora cascais sintra guimaraes matosinhos
saopaulo riodejaneiro brasilia fortaleza belohorizonte manaus curitiba recife goiania portoalegre guarulhos
campinas saoluis maceio teresina joaopessoa osasco sorocaba uberlandia ribeiraopreto cuiaba aracaju
florianopolis joinville londrina niteroi
"""
_NORDIC_AND_EAST = """
stockholm goteborg malmo uppsala vasteras orebro linkoping helsingborg jonkoping norrkoping lund umea gavle
kobenhavn aarhus arhus odense aalborg alborg esbjerg randers kolding oslo bergen trondheim stavanger drammen
tromso helsinki espoo tampere turku oulu
warszawa krakow lodz wroclaw poznan gdansk szczecin bydgoszcz lublin katowice bialystok gdynia torun
praha brno ostrava plzen liberec olomouc bratislava kosice
"""
BIG_TOWNS = words(f"{_GERMAN} {_LOW} {_FRENCH} {_SPANISH} {_ITALIAN} {_PORTUGUESE} {_NORDIC_AND_EAST}")
"""Names run together, folded."""
