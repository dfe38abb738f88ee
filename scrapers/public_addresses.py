"""Which addresses a harvest may reach: http and https to the public internet, and what is exempted."""

from ipaddress import IPv4Address, IPv6Address, ip_address
from urllib.parse import SplitResult, urlsplit

from scrapers.errors import BadAddressError, PrivateAddressError

PORTS = {"http": 80, "https": 443}


def split_url(url: str) -> SplitResult:
    """Split an http or https URL; raise `BadAddressError` for any other, for user names and bad ports."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as err:
        raise BadAddressError(f"{url}: no address that can be read ({err})", url=url) from err
    if parts.scheme not in PORTS:
        raise BadAddressError(f"{url}: only http and https are fetched", url=url)
    if not parts.hostname or port == 0:
        raise BadAddressError(f"{url}: names no host", url=url)
    if parts.username is not None or parts.password is not None:
        raise BadAddressError(f"{url}: a user name in an address is not sent", url=url)
    return parts


def host_port(url: str) -> str:
    """Give "host:port" of a URL, with the scheme's port where it states none."""
    parts = split_url(url)
    return f"{parts.hostname}:{parts.port or PORTS[parts.scheme]}"


def is_loopback_host(host: str) -> bool:
    """Say whether a host is this machine by its name alone, without asking a name server."""
    if host.rstrip(".").lower() == "localhost":
        return True
    try:
        return _plain(ip_address(host.strip("[]"))).is_loopback
    except ValueError:
        return False


def check_address(address: str, *, url: str, exempt: bool) -> None:
    """Raise `PrivateAddressError` unless the address is public or the host and port are exempted."""
    try:
        parsed = _plain(ip_address(address.split("%", 1)[0]))
    except ValueError as err:
        raise PrivateAddressError(f"{url}: {address} is no address", url=url) from err
    if exempt or _is_public(parsed):
        return
    raise PrivateAddressError(
        f"{url}: leads to {address}, which is not on the public internet; "
        "a source of your own there needs `base_url` in the configuration",
        url=url,
    )


def _is_public(address: IPv4Address | IPv6Address) -> bool:
    return address.is_global and not address.is_multicast and not address.is_reserved


def _plain(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    """Give the IPv4 address inside an IPv6 one (mapped, 6to4, Teredo, NAT64), else the address."""
    if isinstance(address, IPv4Address):
        return address
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    if address.sixtofour is not None:
        return address.sixtofour
    if address.teredo is not None:
        return address.teredo[1]
    if address.packed[:12] == bytes.fromhex("0064ff9b0000000000000000"):
        return IPv4Address(address.packed[12:])
    return address
