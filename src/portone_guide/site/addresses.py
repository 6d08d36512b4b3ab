"""To which addresses a connection may be opened: those that anybody in the world can reach."""

import ipaddress
import socket
from collections.abc import Callable, Iterable
from typing import Final

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], Iterable[str]]

PORTS: Final = (80, 443)
# Python calls some of these global, and each leads somewhere else than to a host of the open network.
_NOT_HOSTS: Final = tuple(
    map(
        ipaddress.ip_network,
        (
            "0.0.0.0/8",
            "100.64.0.0/10",
            "192.0.0.0/24",
            "192.88.99.0/24",
            "198.18.0.0/15",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "64:ff9b::/96",
            "64:ff9b:1::/48",
            "100::/64",
            "2001::/23",
            "2002::/16",
            "fec0::/10",
            "ff00::/8",
            "5f00::/16",
        ),
    )
)


class RefusedAddressError(OSError):
    """A name leads to an address, or a port, that is not opened."""


def system_addresses(host: str, port: int) -> list[str]:
    """Return every address that the system knows for a name."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(entry[4][0]) for entry in found]


def is_open(text: str) -> bool:
    """Tell whether an address is one of the open network."""
    try:
        address: IPAddress = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return False
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped is not None:
            return is_open(str(address.ipv4_mapped))
        if int(address) >> 32 == 0:
            return False
    if any(address.version == net.version and address in net for net in _NOT_HOSTS):
        return False
    return address.is_global and not address.is_multicast


class AddressRule:
    """Which connections are allowed; ``private``: the person's own machines and ports too."""

    def __init__(self, *, private: bool = False, resolve: Resolve = system_addresses) -> None:
        self.private = private
        self._resolve = resolve

    def addresses(self, host: str, port: int) -> list[str]:
        """Return the addresses of a name, all of them allowed; to connect to them and no other is safe.

        :raises RefusedAddressError: one of them, or the port, is not allowed.
        :raises OSError: the name is not known.
        """
        if not self.private and port not in PORTS:
            raise RefusedAddressError(f"port {port}")
        try:
            found = list(dict.fromkeys(self._resolve(host, port)))
        except UnicodeError:
            raise OSError(host) from None
        if not found:
            raise OSError(host)
        if not self.private:
            for address in found:
                if not is_open(address):
                    raise RefusedAddressError(host)
        return found
