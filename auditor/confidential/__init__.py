"""What must not get out, and how to recognise and mask it in text. Pure."""

from auditor.confidential.address import Address
from auditor.confidential.facts import Facts
from auditor.confidential.fingerprints import Fingerprints
from auditor.confidential.name import PlaceName
from auditor.confidential.person import Person
from auditor.confidential.phone import Phone
from auditor.confidential.place import Place
from auditor.confidential.plate import Plate
from auditor.confidential.searcher import Searcher

__all__ = ["Address", "Facts", "Fingerprints", "Person", "Phone", "Place", "PlaceName", "Plate", "Searcher"]
