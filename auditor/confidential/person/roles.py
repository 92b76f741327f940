"""What people write beside a name: forms of address, roles, degrees and licences."""

import re

from auditor.confidential.common_words import word_set
from auditor.confidential.fold import fold

TITLES = word_set(
    """
    mr mrs ms miss mx mister missus missis messrs madam dr drs prof professor doctor rev revd
    reverend fr father rabbi imam pastor deacon msgr monsignor sr sra srta senor senora senorita srs
    sras lic licda dra dna dona fru frk frau herr hn fraulein m mm mme mlle mmes maitre pere soeur
    schwester bruder pfarrer sigra signor signora signorina dott dottssa dottoressa arq engr atty
    profa maestra maestro sister brother mevr mevrouw meneer dhr pani officer sgt sergeant detective
    cpl capt captain lieutenant sir aunt auntie uncle coach attorney counsellor counselor caseworker
    nurse sheikh hajji haji
    """
)
"""Forms of address, which are no name."""
_SHORTENED = word_set("mag sig ing hon det me lt avv pan hr sra sta cap dip gen lic eng prof mons pr")
"""Forms of address behind which there is a full stop; without it they may be names."""
_NAMES_TOO = word_set("d don dean major bishop canon judge dame lady lord mother abbe sheikha")
"""Forms of address that are given names or parts of one as well."""
_BEHIND_DOCTOR = word_set("med phil jur rer nat pol theol h c habil ing")
DEGREES = word_set(
    """
    jr sr jnr snr ii iii iv v phd md rn lcsw msw lmsw esq esquire ma ba bsw bs bsc ms msc mba mph
    mpa med edd jd psyd dsw dds lpn lvn np cna lpc lpcc lmft mft lmhc lcpc cadc ladc licsw lisw lsw
    csw aprn fnp bsn msn dnp arnp cnm pa-c llb llm obe mbe cbe qc kc ret osb ofm sj csj pmp cpa facp
    mbbs mrcp frcp ccsw rsw hons dipl
    """
)
"""Letters behind a name."""
_SURNAMES_TOO = word_set("ma ba v do ms med sj kc ret")
"""Degrees that are surnames as well."""
_ROLES = word_set(
    """
    manager director directeur directrice directora coordinator coordinadora coordinador
    coordinatrice coordinateur supervisor supervisora worker caseworker counselor counsellor
    therapist psychologist advocate attorney lawyer solicitor nurse doctor midwife volunteer intern
    trainee assistant administrator accountant bookkeeper treasurer secretary president chair
    chairperson chairwoman chairman founder ceo cfo coo cto trustee board staff team lead leader
    head deputy officer warden caretaker janitor guard security receptionist reception housekeeper
    housemother housemum mum mom mother father sister brother aunt parent tutor trainer teacher
    educator interpreter translator chaplain pastor driver cook chef cleaner helper carer keyworker
    key-worker social psicologa psicologo abogada abogado trabajadora trabajador voluntaria
    voluntario encargada encargado cuidadora responsable educateur educatrice infirmiere infirmier
    assistante gerante gerant benevole concierge avocate avocat leiterin leiter hausleitung leitung
    stellvertreterin beraterin berater sozialarbeiterin sozialarbeiter betreuerin ehrenamtliche
    koordinatorin hausmutter geschaftsfuhrerin geschaftsfuhrer coordinatrice direttrice direttore
    operatrice volontaria vrijwilliger begeleidster begeleider coordenadora diretora survivor client
    resident guest owner landlord landlady emergency contact on-call oncall manageress matron
    liaison specialist consultant coach clinician
    """
)
_BESIDE_ROLES = word_set(
    """
    night day evening weekend house shelter case program programme project site office general
    executive operations assistant associate deputy acting interim senior junior chief regional
    outreach duty shift relief part-time full-time our the of de du des la le del der das die van de
    legal intake clinical medical child youth family
    """
)
_ENDING = re.compile(
    r"[a-z]{3,}(?:worker|manager|director|coordinator|keeper|leit(?:er|ung)(?:in)?|betreuer(?:in)?)"
)
_LINKS = word_set("of at for in de du des der from on a en y and del da do")
_WORD = re.compile(r"[\w'-]+")


def _words(text: str) -> list[str]:
    return [word.strip("'-") for word in _WORD.findall(fold(text).text) if word.strip("'-")]


def is_role_word(word: str) -> bool:
    """True for a word (folded) that says what somebody does."""
    return word in _ROLES or _ENDING.fullmatch(word) is not None


def is_role(text: str, *, whole: bool = True) -> bool:
    """True for words that say what somebody does: "Night Manager", "case worker at the house".

    Up to "of", "at" and the like each word must be known, or with `whole` false the first or last one.
    """
    words = _words(text)
    head = words[: next((at for at, word in enumerate(words) if at and word in _LINKS), len(words))]
    if not head or not whole:
        return bool(head) and (is_role_word(head[-1]) or is_role_word(head[0]))
    return all(is_role_word(word) or word in _BESIDE_ROLES for word in head)


def without_titles(text: str) -> str:
    """`text`, as typed, without the forms of address before the name."""
    words = text.split()
    doctor = False
    while len(words) > 1:
        head = _words(words[0])
        known = TITLES | _SHORTENED if words[0].endswith(".") else TITLES
        if head and all(word in known or (doctor and word in _BEHIND_DOCTOR) for word in head):
            doctor = doctor or head[0] in ("dr", "prof", "dra")
        elif head or words[0].strip("."):
            break
        words = words[1:]
    return " ".join(words)


def begins_with_rank(name: str) -> bool:
    """True for "Dean Martin Roe", who may be a dean or be called Dean."""
    words = _words(name)
    return len(words) > 2 and words[0] in _NAMES_TOO


def without_role(name: str) -> str:
    """`name`, as typed, without a role that no sign keeps apart: "Ann Roe night manager", "our cook Ann Roe".

    A word that may be a surname ("Cook") is left where a given name and a surname would not remain.
    """
    words = _without_leading_role(name.split())
    end = len(words)
    while end > 2 and (folded := _words(words[end - 1])) and is_degree(folded[0]):
        end -= 1
    if end > 2 and (last := _words(words[end - 1])) and is_role_word(last[-1]):
        end -= 1
        while end > 2 and (before := _words(words[end - 1])) and before[-1] in _BESIDE_ROLES | _ROLES:
            end -= 1
    return " ".join(words[:end])


def _without_leading_role(words: list[str]) -> list[str]:
    folded = ["".join(_words(word)) for word in words]
    known = (at for at, word in enumerate(folded) if not (is_role_word(word) or word in _BESIDE_ROLES))
    end = next(known, len(words))
    # "De la Cruz" begins like a role, but holds none.
    return words[end:] if len(words) - end > 1 and any(map(is_role_word, folded[:end])) else words


def is_degree(word: str) -> bool:
    """True for folded letters behind a name, with or without a level: "lcsw", "lcsw-c"."""
    head, hyphen, level = word.partition("-")
    return word in DEGREES or (head in DEGREES and bool(hyphen) and len(level) == 1)


def without_degrees(words: list[str]) -> list[str]:
    """`words` without the letters behind a name; those that are surnames too stay as the second word."""
    while len(words) > 1 and is_degree(words[-1]):
        if words[-1] in _SURNAMES_TOO and len(words) == 2:
            break
        words = words[:-1]
    return words
