"""New passwords: long, not everybody's, not one's own number."""

import pytest
from django.core.exceptions import ValidationError

from motcua.accounts.passwords import Argon2id, check_new


@pytest.mark.parametrize(
    ("password", "words"),
    [
        ("ngắn", "Ghép ba từ dễ nhớ cũng được"),
        ("qwertyuiop", "dễ bị đoán"),
        ("087190001001", "không được là số định danh"),
        ("0987000001", "không được là số định danh hoặc số điện thoại"),
        ("0987 000 001", "không được là số định danh hoặc số điện thoại"),
        ("+84987000001", "không được là số định danh hoặc số điện thoại"),
    ],
)
def test_a_bad_one_is_refused_in_words(password: str, words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        check_new(password, "087190001001", "+84987000001")


@pytest.mark.parametrize("password", ["ba từ dễ nhớ", "con trâu 1987", "0123498765x!"])
def test_a_good_one_passes(password: str) -> None:
    check_new(password, "087190001001", "+84987000001", "")


def test_the_hash_costs_what_the_house_decided() -> None:
    hasher = Argon2id()
    encoded = hasher.encode("ba từ dễ nhớ", "muoi-muoi-muoi-muoi")

    assert "$argon2id$v=19$m=19456,t=2,p=1$" in encoded
    assert hasher.verify("ba từ dễ nhớ", encoded)
    assert not hasher.verify("bốn từ dễ nhớ", encoded)
