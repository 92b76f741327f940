"""Maps between metres on a grid and degrees: transverse Mercator, the British datum, web Mercator."""

from dataclasses import dataclass
from math import atan, atan2, atanh, cos, cosh, degrees, exp, pi, radians, sin, sinh, sqrt

_WEB_RADIUS = 6_378_137.0


@dataclass(frozen=True, slots=True)
class Projection:
    """A transverse Mercator projection: axis and false origin in metres, origin in degrees."""

    axis: float
    flattening: float
    scale: float
    latitude: float
    longitude: float
    easting: float
    northing: float

    def to_degrees(self, easting: float, northing: float) -> tuple[float, float]:
        """Latitude and longitude of a grid position (Krüger's series to the third order)."""
        n = self.flattening / (2 - self.flattening)
        radius = self.axis / (1 + n) * (1 + n**2 / 4 + n**4 / 64)
        origin = self._meridian(n, radians(self.latitude))
        xi = (northing - self.northing) / (radius * self.scale) + origin
        eta = (easting - self.easting) / (radius * self.scale)
        beta = (
            n / 2 - 2 * n**2 / 3 + 37 * n**3 / 96,
            n**2 / 48 + n**3 / 15,
            17 * n**3 / 480,
        )
        x, y = xi, eta
        for j, factor in enumerate(beta, 1):
            x -= factor * sin(2 * j * xi) * cosh(2 * j * eta)
            y -= factor * cos(2 * j * xi) * sinh(2 * j * eta)
        tau = sin(x) / sqrt(sinh(y) ** 2 + cos(x) ** 2)
        return degrees(self._geodetic(tau)), self.longitude + degrees(atan2(sinh(y), cos(x)))

    def _eccentricity(self) -> float:
        return sqrt(self.flattening * (2 - self.flattening))

    def _geodetic(self, conformal: float) -> float:
        """The latitude whose conformal latitude has the tangent `conformal`, by Newton's method."""
        e = self._eccentricity()
        tau = conformal
        for _ in range(5):
            sigma = sinh(e * atanh(e * tau / sqrt(1 + tau**2)))
            guess = tau * sqrt(1 + sigma**2) - sigma * sqrt(1 + tau**2)
            slope = (1 - e**2) * sqrt((1 + guess**2) * (1 + tau**2)) / (1 + (1 - e**2) * tau**2)
            tau += (conformal - guess) / slope
        return atan(tau)

    def _meridian(self, n: float, latitude: float) -> float:
        """The rectifying latitude of `latitude`."""
        e = self._eccentricity()
        t = sinh(atanh(sin(latitude)) - e * atanh(e * sin(latitude)))
        xi = atan(t)
        alpha = (
            n / 2 - 2 * n**2 / 3 + 5 * n**3 / 16,
            13 * n**2 / 48 - 3 * n**3 / 5,
            61 * n**3 / 240,
        )
        return xi + sum(factor * sin(2 * j * xi) for j, factor in enumerate(alpha, 1))


def utm(zone: int, *, north: bool) -> Projection:
    """The projection of a UTM zone (WGS 84)."""
    return Projection(
        6_378_137.0, 1 / 298.257223563, 0.9996, 0.0, zone * 6 - 183, 500_000.0, 0.0 if north else 10_000_000.0
    )


BRITISH = Projection(6_377_563.396, 1 / 299.3249646, 0.9996012717, 49.0, -2.0, 400_000.0, -100_000.0)
"""The National Grid, on the Airy ellipsoid (Ordnance Survey, A guide to coordinate systems)."""
IRISH = Projection(6_377_340.189, 1 / 299.3249646, 1.000035, 53.5, -8.0, 200_000.0, 250_000.0)
"""The Irish Grid, on the modified Airy ellipsoid (EPSG:29902, 29903)."""
IRISH_TRANSVERSE = Projection(6_378_137.0, 1 / 298.257222101, 0.99982, 53.5, -8.0, 600_000.0, 750_000.0)
"""Irish Transverse Mercator (EPSG:2157), whose datum is that of GPS."""


@dataclass(frozen=True, slots=True)
class Shift:
    """A datum shift to WGS 84: metres, parts per million, and turns in seconds of arc."""

    x: float
    y: float
    z: float
    scale: float
    turn_x: float
    turn_y: float
    turn_z: float

    def to_wgs84(self, ellipsoid: Projection, latitude: float, longitude: float) -> tuple[float, float]:
        """A position on `ellipsoid` in WGS 84 degrees."""
        a, f = ellipsoid.axis, ellipsoid.flattening
        e2 = f * (2 - f)
        lat, lon = radians(latitude), radians(longitude)
        nu = a / sqrt(1 - e2 * sin(lat) ** 2)
        x, y, z = nu * cos(lat) * cos(lon), nu * cos(lat) * sin(lon), nu * (1 - e2) * sin(lat)
        scale, turn = 1 + self.scale * 1e-6, pi / 648_000
        rx, ry, rz = self.turn_x * turn, self.turn_y * turn, self.turn_z * turn
        x2 = self.x + scale * x - rz * y + ry * z
        y2 = self.y + rz * x + scale * y - rx * z
        z2 = self.z - ry * x + rx * y + scale * z
        f2 = 1 / 298.257223563
        e2 = f2 * (2 - f2)
        p = sqrt(x2**2 + y2**2)
        lat = atan2(z2, p * (1 - e2))
        for _ in range(4):
            nu = _WEB_RADIUS / sqrt(1 - e2 * sin(lat) ** 2)
            lat = atan2(z2 + e2 * nu * sin(lat), p)
        return degrees(lat), degrees(atan2(y2, x2))


_BRITISH_SHIFT = Shift(446.448, -125.157, 542.060, -20.4894, 0.1502, 0.2470, 0.8421)
"""Good to five metres (Ordnance Survey)."""
_IRISH_SHIFT = Shift(482.530, -130.596, 564.557, 8.150, -1.042, -0.214, -0.631)
"""Good to one metre (Ordnance Survey Ireland)."""


def british(easting: float, northing: float) -> tuple[float, float]:
    """Latitude and longitude of a position on the National Grid, in metres."""
    return _BRITISH_SHIFT.to_wgs84(BRITISH, *BRITISH.to_degrees(easting, northing))


def irish(easting: float, northing: float) -> tuple[float, float]:
    """Latitude and longitude of a position on the Irish Grid, in metres."""
    return _IRISH_SHIFT.to_wgs84(IRISH, *IRISH.to_degrees(easting, northing))


def to_web_mercator(latitude: float, longitude: float) -> tuple[float, float]:
    """Web Mercator metres (EPSG:3857) of a position; towards the poles that of 85 degrees."""
    near = max(-85.0, min(85.0, latitude))
    return _WEB_RADIUS * radians(longitude), _WEB_RADIUS * atanh(sin(radians(near)))


def web_mercator(x: float, y: float) -> tuple[float, float]:
    """Latitude and longitude of a position in web Mercator metres (EPSG:3857)."""
    return degrees(2 * atan(exp(y / _WEB_RADIUS)) - pi / 2), degrees(x / _WEB_RADIUS)
