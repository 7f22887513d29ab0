import os

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.padding import PKCS7

from vitascope.media.sealing import seal_segment, segment_iv

KEY = bytes(range(16))


def unsealed(sealed: bytes, key: bytes, iv: bytes) -> bytes:
    decryptor = Cipher(algorithms.AES128(key), modes.CBC(iv)).decryptor()
    unpadder = PKCS7(128).unpadder()
    padded = decryptor.update(sealed) + decryptor.finalize()
    return unpadder.update(padded) + unpadder.finalize()


@pytest.mark.parametrize("size_bytes", [0, 1, 15, 16, 17, 100_000])
def test_what_is_sealed_is_padded_to_whole_blocks_and_opens_again(size_bytes: int) -> None:
    data, iv = os.urandom(size_bytes), segment_iv(7)

    sealed = seal_segment(data, KEY, iv)

    assert len(sealed) == (size_bytes // 16 + 1) * 16
    assert unsealed(sealed, KEY, iv) == data


def test_it_is_aes_as_it_was_published() -> None:
    # The first block of F.2.1 in NIST SP 800-38A.
    key = bytes.fromhex("2b7e151628aed2a6abf7158809cf4f3c")
    data = bytes.fromhex("6bc1bee22e409f96e93d7e117393172a")

    sealed = seal_segment(data, key, bytes(range(16)))

    assert sealed[:16].hex() == "7649abac8119b246cee98e9b12e9197d"


def test_the_vector_of_a_segment_is_its_number() -> None:
    vectors = [segment_iv(number).hex() for number in (0, 1, 258)]

    assert vectors == ["0" * 32, "0" * 31 + "1", "0" * 29 + "102"]


def test_the_same_picture_twice_is_not_seen_as_such() -> None:
    data = bytes(64)

    sealed = {seal_segment(data, KEY, segment_iv(number)) for number in range(10)}

    assert len(sealed) == 10
