"""Named values that together make an address, a position, a name or a number: keys, columns, fields.

Formats split an address into fields ("streetAddress", "addr:housenumber", "Zip code"). Joined in the
order in which addresses are written they read as one: "1247 North Maple Street, Suite 300, Springfield,
IL 62704". A latitude and a longitude become `geo:LAT,LON`, given and family name a full name, an area code
and the numbers behind it a telephone number.
"""

import math
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

_ROLES = {
    "number": "housenumber houseno streetnumber streetno streetnr buildingnumber buildingno civicnumber "
    "premise hausnummer propertynumber thoroughfarenumber",
    "street": "streetaddress street streetname address address1 addressline1 addressline line1 addr addr1 "
    "street1 thoroughfare thoroughfarename road roadname streetandnumber mailingaddress physicaladdress "
    "strasse addressstreet route streetline1 location",
    "unit": "extendedaddress suite unit apartment apt address2 addressline2 line2 addr2 street2 subpremise "
    "floor unitnumber suitenumber aptnumber streetline2",
    "box": "postofficeboxnumber postofficebox pobox",
    "city": "addresslocality locality localityname city town municipality cityname village place addresscity",
    "region": "addressregion region state province stateprovince statecode county administrativearea "
    "administrativeareaname "
    "addressstate",
    "code": "postalcode postalcodenumber postcode zip zipcode plz addresszip",
    "country": "addresscountry country countryname countrycode",
    "lat": "lat latitude geolat maplat",
    "lon": "lon lng long longitude geolong geolng geolon maplng maplon",
    "given": "givenname givennames firstname forename fname vorname prenom",
    "family": "familyname lastname surname lname nachname nomdefamille",
    "area": "areacode phonearea telarea npa",
    "exchange": "exchange exchangecode phoneprefix telprefix phoneexchange nxx",
    "station": "linenumber subscribernumber stationnumber localnumber phoneline telline phonenumber phone "
    "telephone tel",
}
_OFTEN = frozenset({"area", "exchange", "station"})
"""Roles that one object may have more than once."""
_ROLE_OF = {alias: role for role, aliases in _ROLES.items() for alias in aliases.split()}
# A heading like "No" means the house number only where nothing says so more plainly.
_WEAK = {
    **dict.fromkeys(("number", "no", "nr", "num"), "number"),
    "first": "given",
    "given": "given",
    "last": "family",
    "family": "family",
    "area": "area",
    "prefix": "exchange",
    "line": "station",
}
_NAME = re.compile(r"[^\W\d_][^\d<>{}=/_@]{0,60}\Z")
_NOT_FIGURES = re.compile(r"\D+")
_LOCAL = range(5, 9)
"""How many figures a number has behind its area code."""
_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_POSITIONS = frozenset(
    {"latlng", "latlon", "latlong", "geoposition", "icbm", "geo", "point", "position", "ll"}
)
_DECIMAL = re.compile(r"\s*([-+]?\d{1,3}(?:[.,]\d+)?)\s*°?\s*\Z")
_PAIR = re.compile(r"\s*(?:geo:)?([-+]?\d{1,3}\.\d+)\s*[,; ]\s*([-+]?\d{1,3}\.\d+)\s*\Z")

_SCALED = 7
_EARTH = 6_378_137.0
"""The radius of the earth in metres, as EPSG:3857 has it."""

Named = tuple[str, str]


class Address(str):
    """The address of a record as one text; it begins with `street`, which names no town by itself.

    `number` and `name` are the two parts of a street that the record keeps in two fields, else "".
    """

    __slots__ = ("name", "number", "street")
    street: str
    number: str
    name: str


@lru_cache(maxsize=8192)
def role_of(key: str) -> str:
    """What part of an address or position the field `key` holds, or "" when none."""
    tokens = [t.lower() for t in _TOKEN.findall(key.removesuffix("E7"))]
    for count in range(min(4, len(tokens)), 0, -1):
        role = _ROLE_OF.get("".join(tokens[-count:]))
        if role:
            return role
    return ""


def _scaled(value: str) -> str:
    """Degrees stored as whole numbers of their millionth or ten-millionth part, as degrees."""
    if not value.lstrip("-").isdigit() or len(value.lstrip("-")) < _SCALED:
        return value
    for scale in (1e7, 1e6, 1e5):
        if abs(int(value)) / scale <= 180:
            return str(int(value) / scale)
    return value


def position(latitude: str, longitude: str) -> str:
    """`geo:LAT,LON`, or "" when the two are no position."""
    try:
        lat, lon = float(latitude), float(longitude)
    except ValueError:
        return ""
    if not (-90 <= lat <= 90 and -180 <= lon <= 180) or (lat == 0 and lon == 0):
        return ""
    return f"geo:{lat:.7g},{lon:.7g}" if abs(lat) < 100 else ""


def metres(x: str, y: str) -> str:
    """The position of a point in metres of the projection that maps on the web use (EPSG:3857), or ""."""
    east, north = float(x) / _EARTH, float(y) / _EARTH
    if abs(east) > math.pi or abs(north) > math.pi:
        return ""
    latitude = math.degrees(2 * math.atan(math.exp(north)) - math.pi / 2)
    return position(f"{latitude:.7f}", f"{math.degrees(east):.7f}")


def joined(values: Iterable[Named]) -> list[str]:
    """What the named values of one object make: address, name, number, position, each as one text."""
    roles: dict[str, str] = {}
    weak: dict[str, str] = {}
    found = []
    for key, value in values:
        role = role_of(key)
        if not role and (likely := _weak_role(key)):
            weak.setdefault(likely, value.strip())
        if role and value.strip() and role not in roles:
            roles[role] = " ".join(value.split())
        elif not role and (pair := _PAIR.match(value)) and _is_position(key):
            found.append(position(pair[1], pair[2]))
    found += (_address(weak | roles), _person(weak | roles), _number(weak | roles))
    if "lat" in roles and "lon" in roles:
        found.append(_position_of(roles["lat"], roles["lon"]))
    return [text for text in found if text]


def _weak_role(key: str) -> str:
    return _WEAK.get(key.strip(" .:#").lower(), "")


def meaning_of(key: str) -> str:
    """As `role_of`; what a short heading such as "No" or "Last" means where nothing is plainer, too."""
    return role_of(key) or _weak_role(key)


def _person(roles: dict[str, str]) -> str:
    given, family = roles.get("given", ""), roles.get("family", "")
    # A mark behind it keeps the name apart from the one of the next record.
    return f"{given} {family}." if _NAME.match(given) and _NAME.match(family) else ""


def _number(roles: dict[str, str]) -> str:
    """A telephone number of an area code and the rest in one field or in two."""
    area, exchange, station = (
        _NOT_FIGURES.sub("", roles.get(role, "")) for role in ("area", "exchange", "station")
    )
    if 2 <= len(area) <= 5 and station and len(exchange + station) in _LOCAL:
        return " ".join(filter(None, (area, exchange, station)))
    return ""


def _is_position(key: str) -> bool:
    tokens = [t.lower() for t in _TOKEN.findall(key)]
    return any("".join(tokens[-count:]) in _POSITIONS for count in (1, 2, 3))


def _position_of(latitude: str, longitude: str) -> str:
    lat, lon = _DECIMAL.match(_scaled(latitude)), _DECIMAL.match(_scaled(longitude))
    return position(lat[1].replace(",", "."), lon[1].replace(",", ".")) if lat and lon else ""


def _address(roles: dict[str, str]) -> str:
    """The roles in the order of a postal address, when at least two of them stand for a place."""
    placed = [r for r in ("number", "street", "unit", "box", "city", "region", "code") if r in roles]
    if len(placed) < 2 or not {"street", "box", "code", "number"} & set(placed):
        return ""
    get = roles.get
    parts = (
        f"{get('number', '')} {get('street', '')}",
        get("unit", ""),
        get("box", ""),
        get("city", ""),
        f"{get('region', '')} {get('code', '')}",
        get("country", ""),
    )
    address = Address(", ".join(part.strip() for part in parts if part.strip()))
    placed_elsewhere = "street" in roles and {"city", "code"} & set(placed)
    address.street = parts[0].strip() if placed_elsewhere else ""
    apart = placed_elsewhere and "number" in roles
    address.number, address.name = (roles["number"], roles["street"]) if apart else ("", "")
    return address


def groups(pairs: Iterable[Named]) -> Iterator[list[Named]]:
    """Cut a flat run of named values into objects: a new one begins where a role comes back."""
    group: list[Named] = []
    seen: set[str] = set()
    for key, value in pairs:
        role = role_of(key)
        if role in seen and role not in _OFTEN:
            yield group
            group, seen = [], set()
        if role:
            seen.add(role)
        if role or _is_position(key) or _weak_role(key):
            group.append((key, value))
    if group:
        yield group


_LABELLED = re.compile(
    r"^[\s>*#\"'-]*([A-Za-z][\w .-]{1,30}?)[\"']?\s*[:=]"
    r"(?![ \t\r]*\n[ \t]*[\w .-]{1,30}:\s)"  # the heading of further labels holds no value of its own
    r"\s*[\"']?(.{1,200}?)[\"',;]*\s*$",
    re.MULTILINE,
)
_NUMBERED = (
    "house n",
    "house_n",
    "house-n",
    "housen",
    "street n",
    "street_n",
    "street-n",
    "streetn",
    "building n",
    "latitude",
    "first name",
    "first_name",
    "given name",
    "given_name",
    "surname",
    "area code",
    "area_code",
)
_NUMBERED_WORDS = ("house", "street", "building n", "latitude", "name", "area")
"""One of these is in each of the hints, and in each line that names a street."""
_STREET_LINE = re.compile(
    r"^[\s>*#\"'-]*[\w .-]{0,20}street[\w-]{0,10}[\"']?\s*[:=]", re.MULTILINE | re.IGNORECASE
)


def labelled(text: str) -> list[str]:
    """What lines of "Label: value" make together, if they name a street, a house number or a latitude."""
    if ":" not in text and "=" not in text:
        return []
    lower = text.lower()
    if not any(word in lower for word in _NUMBERED_WORDS):
        return []
    if not any(hint in lower for hint in _NUMBERED) and not _STREET_LINE.search(text):
        return []
    return [found for group in groups(_LABELLED.findall(text)) for found in joined(group)]
