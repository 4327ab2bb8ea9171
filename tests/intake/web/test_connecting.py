"""Encrypted connections: the certificate must be of a trusted authority, and of the host that was asked for."""

import socket
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tests.intake.web.server import Answer, FakeClock, Server, local_guard
from wortlaut.intake.reasons import Refused
from wortlaut.intake.web.connecting import tls
from wortlaut.intake.web.fetching import Fetcher
from wortlaut.settings import Settings

HOSTS = {"elbkurier.example": "127.0.0.1", "wattbote.example": "127.0.0.1"}


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for elbkurier.example, signed by itself, with its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "elbkurier.example")])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("elbkurier.example")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    path = tmp_path_factory.mktemp("tls") / "certificate.pem"
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path.write_bytes(made.public_bytes(serialization.Encoding.PEM) + private)
    return path


@pytest.fixture
def names() -> list[str | None]:
    """The names that were asked for in the handshakes."""
    return []


@pytest.fixture
def server(certificate: Path, names: list[str | None]) -> Iterator[Server]:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    context.sni_callback = lambda _socket, name, _context: names.append(name)
    with Server(context=context) as server:
        server.put("/a", Answer(body=b"x"))
        yield server


def fetched(address: str, context: ssl.SSLContext | None) -> bytes | str:
    fetcher = Fetcher(Settings(fetch_seconds=5), guard=local_guard(HOSTS), clock=FakeClock(), context=context)
    try:
        with fetcher.fetch(address) as answer:
            return answer.body.read()
    except Refused as refused:
        return refused.why.code


def trusting(certificate: Path) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(certificate))


def test_a_trusted_certificate_of_the_host_is_taken(server: Server, certificate: Path, names: list[str | None]) -> None:
    address = server.at("/a", host="elbkurier.example", scheme="https")
    assert fetched(address, trusting(certificate)) == b"x"
    assert names == ["elbkurier.example", "elbkurier.example"]


def test_a_certificate_of_another_host_is_refused(server: Server, certificate: Path) -> None:
    assert fetched(server.at("/a", host="wattbote.example", scheme="https"), trusting(certificate)) == "web_tls"
    assert fetched(server.at("/a", scheme="https"), trusting(certificate)) == "web_tls"
    assert server.requests == []


def test_a_certificate_of_nobody_is_refused(server: Server) -> None:
    assert fetched(server.at("/a", host="elbkurier.example", scheme="https"), None) == "web_tls"
    assert server.requests == []


def test_a_server_without_encryption_is_refused() -> None:
    with Server() as plain:
        assert fetched(plain.at("/a", host="elbkurier.example", scheme="https"), None) == "web_tls"


def test_certificates_and_names_are_checked_as_a_rule() -> None:
    context = tls()
    assert (context.verify_mode, context.check_hostname) == (ssl.CERT_REQUIRED, True)
    assert context.minimum_version == ssl.TLSVersion.TLSv1_2


def test_an_encrypted_answer_that_pauses_comes_whole(server: Server, certificate: Path) -> None:
    server.put("/a", Answer(body=b"abc", drip=0.01))
    fetcher = Fetcher(Settings(seconds_between_requests=0), guard=local_guard(HOSTS), context=trusting(certificate))
    with fetcher.fetch(server.at("/a", host="elbkurier.example", scheme="https")) as answer:
        assert answer.body.read() == b"abc"


def test_a_handshake_that_never_ends_is_given_up(certificate: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"https://elbkurier.example:{silent.getsockname()[1]}/"
        fetcher = Fetcher(Settings(fetch_seconds=0.3), guard=local_guard(HOSTS), context=trusting(certificate))
        with pytest.raises(Refused) as caught:
            fetcher.fetch(address)
    assert caught.value.why.code == "web_robots_unknown"
