"""Why a connection could not be secured, in plain words that quote nothing of an address."""

import ssl
from collections.abc import Sequence
from dataclasses import dataclass

from auditor.core.document import TLS

_RENEW = "renew the certificate, and see why that was not done by itself"
_AUTHORITY = "or set REQUESTS_CA_BUNDLE to your own authority's certificate if it is one of your own"


@dataclass(frozen=True, slots=True)
class TlsFault:
    """What TLS refused. `cause` is the stable word of `Unchecked.cause`; `passing`: another try may help."""

    cause: str
    reason: str
    mend: str
    passing: bool = False


_UNTRUSTED = f"have it issued by an authority that browsers know, with its chain, {_AUTHORITY}"
# By the numbers of OpenSSL's X509_V_ERR_… (openssl-verification-options(1), x509_vfy.h).
_CERTIFICATE = {
    9: ("early", "it is not valid yet", "see whether its dates, and this machine's clock, are right"),
    10: ("expired", "it has expired", _RENEW),
    18: ("untrusted", "self-signed, so that nobody vouches for it", _UNTRUSTED),
    19: ("untrusted", "self-signed at the root, by an authority that nobody knows here", _UNTRUSTED),
    **dict.fromkeys(
        (2, 20, 21),
        ("untrusted", "its issuer is not known here, or the chain that leads there is not sent", _UNTRUSTED),
    ),
    23: ("revoked", "it was revoked", "have a new certificate issued, and ask who revoked this one"),
    **dict.fromkeys(
        (62, 64),
        ("name", "it is for another host name", "have this host's name added to the certificate"),
    ),
}
# By the names of OpenSSL's error reasons (sslerr.h).
_PROTOCOL = {
    **dict.fromkeys(
        ("WRONG_VERSION_NUMBER", "HTTP_REQUEST", "PACKET_LENGTH_TOO_LONG", "RECORD_LAYER_FAILURE"),
        "what answers there is not TLS",
    ),
    **dict.fromkeys(
        ("UNSUPPORTED_PROTOCOL", "TLSV1_ALERT_PROTOCOL_VERSION", "NO_PROTOCOLS_AVAILABLE"),
        "the server offers no version of TLS that is still safe",
    ),
    **dict.fromkeys(
        ("SSLV3_ALERT_HANDSHAKE_FAILURE", "NO_SHARED_CIPHER", "DH_KEY_TOO_SMALL", "EE_KEY_TOO_SMALL"),
        "the server offers no encryption that is strong enough",
    ),
    "TLSV1_UNRECOGNIZED_NAME": "the server does not know this host name",
    "TLSV13_ALERT_CERTIFICATE_REQUIRED": "the server asks visitors for a certificate of their own",
}


def tls_fault(chain: Sequence[BaseException]) -> TlsFault | None:
    """What TLS refused, by the errors in `chain` (a failure and what is behind it); None when nothing."""
    for error in chain:
        if isinstance(error, ssl.SSLCertVerificationError):
            said = getattr(error, "verify_message", "") or "for a reason that is not told"
            fallback = ("refused", said, f"mend the certificate, {_AUTHORITY}")
            word, reason, mend = _CERTIFICATE.get(getattr(error, "verify_code", 0), fallback)
            return TlsFault(TLS + word, f"its TLS certificate was refused: {reason}", mend)
    for error in chain:
        if isinstance(error, ssl.SSLError):
            why = _PROTOCOL.get(error.reason or "", "")
            reason = "the TLS connection failed" + (f": {why}" if why else "")
            return TlsFault(
                f"{TLS}protocol", reason, "check the server's TLS set-up and the port", passing=not why
            )
    return None
