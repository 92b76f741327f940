"""Distances, codes and grids against figures worked out by other programs; links that cannot be resolved."""

import pytest

from auditor.confidential import Place
from auditor.confidential.place import unresolvable_links
from auditor.confidential.place.codes import decode_geohash, decode_osm, decode_plus
from auditor.confidential.place.grids import grid_readings
from auditor.confidential.place.national import national_readings
from auditor.confidential.place.projection import web_mercator
from auditor.confidential.place.reading import distance_m


def test_distance_is_that_of_the_great_circle():
    # One degree of latitude on a sphere with the mean radius.
    assert distance_m(39, -89, 40, -89) == pytest.approx(111_195, abs=1)
    assert distance_m(51.50735, -0.12776, 48.85661, 2.35222) == pytest.approx(343_560, rel=0.002)
    assert distance_m(0, 179.9999, 0, -179.9999) == pytest.approx(22.2, abs=0.1)


@pytest.mark.parametrize(
    ("code", "latitude", "longitude"),
    # Encoded by the reference implementation of open location codes.
    [
        ("86fgq8jxmx", 39.7817, -89.6501),
        ("9c3xgv4cwvx", 51.50735, -0.12776),
        ("4rrh46v874m", -33.8568, 151.2153),
    ],
)
def test_plus_codes(code, latitude, longitude):
    at = decode_plus(code)
    assert distance_m(at[0], at[1], latitude, longitude) < 12


@pytest.mark.parametrize(
    ("code", "latitude", "longitude"),
    [("dp04rfnc1", 39.7817, -89.6501), ("gcpvj0dun", 51.50735, -0.12776), ("r3gx2ux9g", -33.8568, 151.2153)],
)
def test_geohashes(code, latitude, longitude):
    at = decode_geohash(code)
    assert distance_m(at[0], at[1], latitude, longitude) < 5


def test_short_links_of_openstreetmap():
    latitude, longitude, height = decode_osm("0EEQjE~~")
    assert distance_m(latitude, longitude, 51.5107, 0.0545) < 2000
    assert height < 1e-4


@pytest.mark.parametrize(
    ("text", "latitude", "longitude"),
    # Worked out by PROJ and by the mgrs and utm packages.
    [
        ("16s 273055 4406888", 39.7817, -89.6501),
        ("30u 699319 5710158", 51.50735, -0.12776),
        ("56h 334901 6252289", -33.8568, 151.2153),
        ("16sbk7305406888", 39.7817, -89.6501),
        ("30uxc9931910158", 51.50735, -0.12776),
        ("29u pv 82352 14683", 53.3498, -6.2603),
        ("56hlh3490052288", -33.8568, 151.2153),
        ("tq 30031 80374", 51.50735, -0.12776),
        ("nt 26409 73625", 55.95, -3.18),
        ("zone 16, easting 273055, northing 4406888 (utm)", 39.7817, -89.6501),
        ("o 16706 34498", 53.34807, -6.24827),
        ("grid ref: w 67312 71862", 51.8985, -8.4756),
        ("epsg:29903 316706 234498", 53.34807, -6.24827),
        ("itm 716632 734525", 53.34807, -6.24827),
        ("easting: 530031, northing: 180374", 51.50735, -0.12776),
    ],
)
def test_grids(text, latitude, longitude):
    readings = [*grid_readings(text), *national_readings(text)]
    assert min(distance_m(r.latitude, r.longitude, latitude, longitude) for r in readings) < 6


@pytest.mark.parametrize(
    "text",
    # The tile of 39.7817, -89.6501 at zoom 18 in five schemes.
    [
        "https://tile.example/18/65790/99449.png",
        "/vt/lyrs=m&x=65790&y=99449&z=18",
        "TileMatrix=EPSG:3857:18&TileRow=99449&TileCol=65790",
        "https://t.virtualearth.example/comp/ch/032000020013333112?mkt=en",
        "/tiles/a032000020013333112.jpeg",
    ],
)
def test_tiles(text):
    place = Place(39.7817, -89.6501, radius_m=150)
    assert [m.grade.value for m in place.find_in(text)] == ["partial"]
    assert not place.find_in(text.replace("65790", "65811").replace("0320000200", "0320000201"))


def test_fractions_of_a_camera():
    text = "GPSLatitude: 39/1, 46/1, 5412/100\nGPSLatitudeRef: N\nGPSLongitude: 89/1, 39/1, 36/100\nGPSLongitudeRef: W"
    place = Place(39.7817, -89.6501, radius_m=150)
    assert [m.grade.value for m in place.find_in(text)] == ["exact"]
    assert not place.find_in(text.replace("46/1", "47/1"))


def test_web_mercator():
    assert web_mercator(-9979803.4816, 4834270.0432) == pytest.approx((39.7817, -89.6501), abs=1e-6)


@pytest.mark.parametrize(
    ("latitude", "longitude", "radius"),
    [(91, 0, 10), (0, 181, 10), (0, 0, 0), (0, 0, 6000), (float("nan"), 0, 10)],
)
def test_impossible_places_are_refused_without_quoting_them(latitude, longitude, radius):
    with pytest.raises(ValueError, match=r"between|metres") as caught:
        Place(latitude, longitude, radius)
    assert "91" not in str(caught.value)


def test_many_places_cost_no_more_than_their_matches():
    places = [Place(30 + n / 50, -100 + n / 50, 100, f"site {n}") for n in range(400)]
    finder = Place.compile(places)
    assert max(len(facts) for facts in finder._grid.values()) <= 12


@pytest.mark.parametrize(
    "text",
    [
        "https://goo.gl/maps/AbCdEf123",
        "https://maps.app.goo.gl/AbCdEf123?g_st=ic",
        "https://maps.google.com/?cid=1234567890123456789",
        "https://maps.apple/p/AbC123",
        "https://yandex.com/maps/-/CDabcdef",
        "our door is ///filled.count.soap",
        "https://w3w.co/filled.count.soap",
        "Directions: https://bit.ly/3abcDEF",
    ],
)
def test_links_that_only_a_third_party_can_resolve(text):
    [found] = unresolvable_links(text)
    assert "third party" in found.reason
    assert text[found.start : found.end].strip()


@pytest.mark.parametrize(
    "text",
    [
        "https://bit.ly/3abcDEF for our newsletter",
        "https://www.google.com/maps/@39.7,-89.6,12z",
        "file:///etc/hosts.conf.d",
        "no link",
    ],
)
def test_other_links_are_not_listed(text):
    assert unresolvable_links(text) == []


@pytest.mark.parametrize(
    "position",
    [
        "39.7817, -89.6501",
        "39°46'54.1\"N 89°39'00.4\"W",
        "https://maps.example/?q=39.7817,-89.6501",
        "POINT(-89.6501 39.7817)",
        "16S BK 73054 06888",
        "86FGQ8JX+MX",
    ],
)
def test_a_place_is_parsed_from_any_notation(position):
    assert distance_m(*Place.parse(position).point, 39.7817, -89.6501) < 12


@pytest.mark.parametrize("position", ["Springfield", "39.78, -89.65", "39.7817, -89.6501; 40.7128, -74.0060"])
def test_what_is_not_one_fine_position_is_refused_without_quoting_it(position):
    with pytest.raises(ValueError, match="a position reads like") as refused:
        Place.parse(position)
    assert position not in str(refused.value)


@pytest.mark.parametrize(
    "form",
    ["{lat}° N, {lon}° O", "N {lat} O {lon}", "{lat} Nord, {lon} Ost", "Breite: {lat} N, Länge: {lon} O"],
)
def test_o_is_east_in_german(form):
    place = Place(50.93821, 6.95742)
    assert place.find_in(f"Treffpunkt {form.format(lat='50.93821', lon='6.95742')}.")
    assert place.find_in(f"Treffpunkt {form.format(lat='50.93821', lon='7.95742')}.") == []
    assert place.find_in("50.93821° N, 6.95742° W") == []


@pytest.mark.parametrize("form", ["{lat}° N, {lon}° O", "{lat} N {lon} O", "N {lat} O {lon}"])
def test_o_is_west_in_the_romance_languages(form):
    place = Place(38.72251, -9.13934)
    assert place.find_in(f"Encontro: {form.format(lat='38.72251', lon='9.13934')}.")
    assert place.find_in("38.72251° N, 9.13934° E") == []


@pytest.mark.parametrize(
    "text",
    [
        "Lat. {lat}, Long. {lon}",
        "lat. {lat} lng.: {lon}",
        "{lat} lat, {lon} long",
        "{lat}° (Lat.), {lon}° (Long.)",
        "{lon} lon / {lat} lat",
        "Meeting point {lat}, {lon}",
        "Drop-off point\n{lat}, {lon}",
        "Latitude {lat}, longitude {lon} East door",
        "North {lat} West 89.65015 South door",
    ],
)
def test_words_beside_a_position(text):
    position = text.format(lat="39.78172", lon="-89.65015")
    assert [m.grade.value for m in Place(39.78172, -89.65015).find_in(position)] == ["exact"]


@pytest.mark.parametrize("text", ["Latitude 45.18624, longitude 5.73189 {}", "lat 45.18624 lon 5.73189 {}"])
def test_a_word_behind_a_position_may_begin_what_is_said_next(text):
    place = Place(45.18624, 5.73189)
    assert [m.grade.value for m in place.find_in(text.format("West door"))] == ["exact"]
    assert "exact" not in {m.grade.value for m in place.find_in(text.format("West"))}
    assert "exact" not in {m.grade.value for m in place.find_in(text.format("west and a second one"))}


@pytest.mark.parametrize(
    "text",
    [
        "POINT(39.78172 -89.65015)",  # the longitude comes first
        "39.78172 lat, -89.65015 lat",
        "39.78172 lat -89.65015 lon 12.5",  # each label names the number behind it
    ],
)
def test_a_position_that_words_turn_into_another(text):
    assert "exact" not in {m.grade.value for m in Place(39.78172, -89.65015).find_in(text)}
