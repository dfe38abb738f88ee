"""The guard that keeps every test off the network."""

import socket

import pytest
from pytest_socket import SocketConnectBlockedError


def test_an_address_that_is_not_loopback_is_refused() -> None:
    # The guard warns before it raises; with warnings as errors the warning comes first.
    with socket.socket() as connection, pytest.raises((SocketConnectBlockedError, UserWarning)):
        connection.connect(("192.0.2.1", 80))


def test_loopback_is_open() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = server.getsockname()
        with socket.create_connection(address, timeout=5) as connection:
            assert connection.getpeername() == address
