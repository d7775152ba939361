"""PORT, WEB_WORKERS and PUBLIC_URL."""

import socket

import pytest

from motcua.config import address
from motcua.config.environment import EnvironmentMistake


class TestFromEnvironment:
    def test_has_a_default_for_everything(self) -> None:
        found = address.from_environment()

        assert (found.port, found.public, found.is_loopback) == (8000, "http://127.0.0.1:8000", True)
        assert found.workers >= 1

    def test_takes_the_public_address_without_its_slash(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PUBLIC_URL", "https://motcua.example.vn/")

        found = address.from_environment()

        assert (found.public, found.is_loopback) == ("https://motcua.example.vn", False)

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("PORT", "http"),
            ("PORT", "0"),
            ("PORT", "65536"),
            ("WEB_WORKERS", "-1"),
            ("PUBLIC_URL", "motcua.example.vn"),
            ("PUBLIC_URL", "https://example.vn/motcua"),
        ],
    )
    def test_names_the_variable_that_cannot_be_meant(
        self, name: str, value: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv(name, value)

        with pytest.raises(EnvironmentMistake, match=name):
            address.from_environment()


class TestIsFree:
    def test_is_false_where_somebody_listens_who_would_share(self) -> None:
        with socket.socket() as other:
            other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
            other.bind(("127.0.0.1", 0))
            other.listen()
            port = other.getsockname()[1]

            assert not address.Address(port, 1, "http://127.0.0.1").is_free()

    def test_is_true_where_connections_of_the_last_run_linger(self) -> None:
        with socket.socket() as server:
            server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            server.bind(("127.0.0.1", 0))
            server.listen()
            port = server.getsockname()[1]
            with socket.create_connection(("127.0.0.1", port)):
                server.accept()[0].close()  # the side that closes first is the one that lingers

        assert address.Address(port, 1, "http://127.0.0.1").is_free()
