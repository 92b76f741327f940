"""Certificates of every kind for servers on the loopback address, by an authority of the tests' own."""

import datetime as dt
import ssl

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

NOW = dt.datetime.now(dt.UTC)
DAY = dt.timedelta(days=1)


def name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, common)])


class Authority:
    """Issues certificates of any kind. Its own stands in `ca.pem`, to be trusted or not."""

    def __init__(self, folder):
        self.folder = folder
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.own = self._signed(name("Authority"), self.key, NOW - DAY, NOW + 9 * DAY, ca=True)
        self.file = folder / "ca.pem"
        self.file.write_bytes(self.own.public_bytes(serialization.Encoding.PEM))

    def _signed(self, subject, key, begins, ends, *, ca=False, host="localhost", by=None):
        usage = x509.KeyUsage(True, False, False, False, False, ca, ca, False, False)
        return (
            x509.CertificateBuilder(name("Authority") if by is None else subject, subject, key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(begins)
            .not_valid_after(ends)
            .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
            .add_extension(usage, critical=True)
            .add_extension(x509.SubjectAlternativeName([x509.DNSName(host)]), critical=False)
            .sign(by or self.key, hashes.SHA256())
        )

    def context(self, begins=NOW - DAY, ends=NOW + DAY, host="localhost", *, own=False) -> ssl.SSLContext:
        key = ec.generate_private_key(ec.SECP256R1())
        signed = self._signed(name("site"), key, begins, ends, host=host, by=key if own else None)
        file = self.folder / f"{signed.serial_number}.pem"
        plain = serialization.NoEncryption()
        kept = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
        file.write_bytes(signed.public_bytes(serialization.Encoding.PEM) + kept)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(file)
        return context
