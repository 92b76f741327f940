"""The automated checks, one file each, in the order they are shown."""

from auditor.core.check import Check
from checks.file_address import FileAddress
from checks.other_address import OtherAddress
from checks.site_address import SiteAddress
from checks.site_name import SiteName
from checks.site_person import SitePerson
from checks.site_phone import SitePhone
from checks.site_plate import SitePlate
from checks.site_position import SitePosition
from checks.site_tls import SiteTls

BUILTIN: tuple[type[Check], ...] = (
    SiteAddress,
    FileAddress,
    SitePhone,
    SitePosition,
    SiteName,
    SitePerson,
    SitePlate,
    OtherAddress,
    SiteTls,
)
