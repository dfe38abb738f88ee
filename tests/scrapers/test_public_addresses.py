"""Which addresses may be asked."""

import pytest

from scrapers.errors import BadAddressError, PrivateAddressError
from scrapers.public_addresses import check_address, host_port, is_loopback_host, split_url


@pytest.mark.parametrize(
    "url",
    [
        pytest.param("ftp://vidu.example/a", id="ftp"),
        pytest.param("file:///etc/passwd", id="file"),
        pytest.param("javascript:alert(1)", id="javascript"),
        pytest.param("/bai-1.html", id="no-host"),
        pytest.param("https:///bai-1.html", id="empty-host"),
        pytest.param("https://a:b@vidu.example/", id="user-name-and-password"),
        pytest.param("https://vidu.example@khac.example/", id="host-in-disguise"),
        pytest.param("https://vidu.example:0/", id="port-0"),
        pytest.param("https://vidu.example:99999/", id="port-too-high"),
        pytest.param("https://[::1/", id="broken-brackets"),
        pytest.param("", id="empty"),
    ],
)
def test_what_is_not_asked(url: str) -> None:
    with pytest.raises(BadAddressError):
        split_url(url)


def test_host_port() -> None:
    urls = ["https://Vidu.Example/a", "http://vidu.example", "http://[::1]:8080/x"]
    assert [host_port(url) for url in urls] == ["vidu.example:443", "vidu.example:80", "::1:8080"]


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("localhost", True), ("LOCALHOST.", True), ("127.0.0.1", True), ("127.9.9.9", True),
        ("::1", True), ("[::1]", True), ("::ffff:127.0.0.1", True), ("127.0.0.1.example", False),
        ("10.0.0.1", False), ("vidu.example", False), ("0.0.0.0", False),
    ],
)  # fmt: skip
def test_is_loopback_host(host: str, loopback: bool) -> None:
    assert is_loopback_host(host) is loopback


@pytest.mark.parametrize(
    ("address", "allowed"),
    [
        ("93.184.215.14", True), ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("10.0.0.1", False), ("172.16.5.5", False), ("192.168.1.1", False), ("127.0.0.1", False),
        ("169.254.169.254", False), ("100.64.0.1", False), ("0.0.0.0", False),
        ("255.255.255.255", False), ("224.0.0.251", False), ("240.0.0.1", False), ("192.0.2.1", False),
        ("::", False), ("::1", False), ("fe80::1", False), ("fe80::1%eth0", False), ("fc00::1", False),
        ("ff02::1", False), ("::ffff:10.0.0.1", False), ("::ffff:93.184.215.14", True),
        ("64:ff9b::7f00:1", False), ("2002:a00:1::", False), ("2001:db8::1", False),
        ("nonsense", False),
    ],
)  # fmt: skip
def test_check_address(address: str, allowed: bool) -> None:
    if allowed:
        check_address(address, url="http://vidu.example/", exempt=False)
        return
    with pytest.raises(PrivateAddressError, match="vidu"):
        check_address(address, url="http://vidu.example/", exempt=False)


def test_an_exempted_host_may_be_private_but_must_be_an_address() -> None:
    check_address("127.0.0.1", url="http://vidu.example/", exempt=True)
    with pytest.raises(PrivateAddressError):
        check_address("nonsense", url="http://vidu.example/", exempt=True)
