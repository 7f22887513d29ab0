"""Encrypted segments, as HLS has them with METHOD=AES-128."""

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

KEY_BYTES = 16
_BLOCK_BYTES = 16


def seal_segment(data: bytes, key: bytes, iv: bytes) -> bytes:
    """``data`` in AES-128-CBC with PKCS#7 padding; ``key`` and ``iv`` have 16 bytes."""
    cipher = Cipher(algorithms.AES128(key), modes.CBC(iv)).encryptor()
    whole_bytes = len(data) // _BLOCK_BYTES * _BLOCK_BYTES
    # Only the tail is padded: another copy of the whole costs a fifth of the encryption.
    tail = data[whole_bytes:]
    missing_bytes = _BLOCK_BYTES - len(tail)
    padded = tail + bytes([missing_bytes]) * missing_bytes
    return cipher.update(memoryview(data)[:whole_bytes]) + cipher.update(padded)


def segment_iv(number: int) -> bytes:
    """What players take for the segment of that media sequence number when its key names no
    initialisation vector.
    """
    return number.to_bytes(KEY_BYTES, "big")
