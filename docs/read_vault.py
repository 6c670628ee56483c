#!/usr/bin/env python3
"""Reads a Tessera vault without Tessera: prints its content as JSON.

Written from docs/vault-format.md alone. Needs, of Debian: python3-cryptography, python3-argon2.

    python3 read_vault.py accounts.tessera                         asks for the passphrase
    python3 read_vault.py accounts.tessera --passphrase-file FILE  its first line
    python3 read_vault.py accounts.tessera --recovery-key KEY      fourteen groups of four, or 64 hexadecimal digits

Exit codes: 0 read, 1 wrong passphrase or key, 2 damaged or no vault, 3 written by a later release.
"""
import argparse
import getpass
import hashlib
import hmac
import json
import struct
import sys
import unicodedata

from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MAGIC = bytes.fromhex("89545353520d0a1a")
HEADER = struct.Struct(">8sH16sQ32sIB")  # magic, version, vault id, generation, seed, payload length, slots
SLOT = struct.Struct(">B16sIIB32s32s48s")  # type, id, KiB, iterations, parallelism, salt, commitment, wrapped key
PASSPHRASE, RECOVERY_KEY, KEYRING = 1, 2, 3
ZERO_NONCE = bytes(12)  # every key seals one box only


def fail(code, message):
    sys.exit(print(f"read_vault: error: {message}", file=sys.stderr) or code)


def hkdf(key, salt, info, length):
    """RFC 5869 with SHA-256."""
    prk = hmac.new(salt or bytes(32), key, hashlib.sha256).digest()
    okm, block = b"", b""
    while len(okm) < length:
        block = hmac.new(prk, block + info + bytes([len(okm) // 32 + 1]), hashlib.sha256).digest()
        okm += block
    return okm[:length]


def read_slots(data, count, vault_id):
    slots = []
    for number in range(count):
        raw = data[HEADER.size + number * SLOT.size:][:SLOT.size]
        if len(raw) < SLOT.size:
            fail(2, "the file ends within its slots")
        fields = SLOT.unpack(raw)
        print_of = hashlib.sha256(b"slot-id/v1" + vault_id + raw[:1] + raw[17:]).digest()[:16]
        if fields[1] != print_of:
            fail(2, f"slot {number + 1} does not match its fingerprint")
        if not is_allowed(*fields[0:1], *fields[2:5]):
            fail(2, f"slot {number + 1} asks for a cost that is not allowed")
        slots.append((raw, fields))
    return slots


def is_allowed(kind, kib, iterations, lanes):
    if kind == PASSPHRASE:
        in_range = 19456 <= kib <= 1 << 20 and 1 <= iterations <= 16 and 1 <= lanes <= 8
        return in_range and kib * iterations <= 1 << 22
    return kind not in (RECOVERY_KEY, KEYRING) or kib == iterations == lanes == 0


def unwrap(raw, fields, key, vault_id):
    """The vault key, or None if the slot belongs to another passphrase or key."""
    commitment, wrapped = fields[6:]
    okm = hkdf(key, vault_id, b"slot/v1" + raw[:1] + raw[17:58], 64)
    if not hmac.compare_digest(okm[32:], commitment):
        return None
    return decrypt(okm[:32], wrapped, b"")


def decrypt(key, box, associated_data):
    try:
        return AESGCM(key).decrypt(ZERO_NONCE, box, associated_data)
    except InvalidTag:
        fail(2, "the file was changed")


def find_vault_key(slots, vault_id, passphrase, recovery_key):
    for raw, fields in slots:
        kind, _, kib, iterations, lanes, salt, _, _ = fields
        if kind == PASSPHRASE and passphrase is not None:
            key = hash_secret_raw(passphrase, salt, iterations, kib, lanes, 32, Type.ID, 0x13)
        elif kind == RECOVERY_KEY and recovery_key is not None:
            key = recovery_key
        else:
            continue
        vault_key = unwrap(raw, fields, key, vault_id)
        if vault_key:
            return vault_key
    fail(1, "this passphrase or key opens no slot")


def open_vault(data, passphrase=None, recovery_key=None):
    if len(data) < 10 or not data.startswith(MAGIC):
        fail(2, "this is not a Tessera vault")
    version = int.from_bytes(data[8:10], "big")
    if version > 1:
        fail(3, f"format version {version}, this script knows 1")
    if version < 1 or len(data) < HEADER.size:
        fail(2, "the header is not whole")
    _, _, vault_id, generation, seed, length, count = HEADER.unpack(data[:HEADER.size])
    end = HEADER.size + count * SLOT.size
    if not 1 <= count <= 16 or length > 64 << 20 or (length - 16) % 4096 or len(data) != end + 32 + length:
        fail(2, "the lengths in the header cannot be")
    slots = read_slots(data, count, vault_id)
    if not any(fields[0] in (PASSPHRASE, RECOVERY_KEY) for _, fields in slots):
        fail(2, "there is no slot for a passphrase or a recovery key")
    if not 1 <= generation < 1 << 63:
        fail(2, "the generation is not a positive number")
    vault_key = find_vault_key(slots, vault_id, passphrase, recovery_key)
    mac = hmac.new(hkdf(vault_key, b"", b"header-mac/v1", 32), data[:end], hashlib.sha256).digest()
    if not hmac.compare_digest(mac, data[end:end + 32]):
        fail(2, "the header was changed")
    content_key = hkdf(vault_key, seed, b"content/v1", 32)
    padded = decrypt(content_key, data[end + 32:], data[:end + 32])
    content = padded.rstrip(b"\0")
    if len(padded) - len(content) >= 4096:
        fail(2, "the padding is not as it must be")
    return generation, json.loads(content.decode("utf-8"))


def read_recovery_key(text):
    """Fourteen groups of four, the last one a check; or 64 hexadecimal digits."""
    symbols = text.upper().translate(str.maketrans("OIL", "011", "- "))
    if len(symbols) == 64:
        return bytes.fromhex(symbols)
    alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    if len(symbols) != 56 or not set(symbols) <= set(alphabet):
        fail(1, "a recovery key has fourteen groups of four characters")
    bits = "".join(format(alphabet.index(symbol), "05b") for symbol in symbols)
    key = int(bits[:256], 2).to_bytes(32, "big")
    check = hashlib.sha256(b"recovery-key/v1" + key).digest()
    if bits[256:260] != "0000" or int(bits[260:], 2) != int.from_bytes(check[:3], "big") >> 4:
        fail(1, "there is a typing mistake in the recovery key")
    return key


def main():
    arguments = argparse.ArgumentParser(description="Prints the content of a Tessera vault as JSON.")
    arguments.add_argument("vault")
    arguments.add_argument("--passphrase-file")
    arguments.add_argument("--recovery-key", type=read_recovery_key)
    given = arguments.parse_args()
    passphrase = None
    if given.passphrase_file:
        with open(given.passphrase_file, encoding="utf-8") as file:
            passphrase = file.readline().rstrip("\r\n")
    elif not given.recovery_key:
        passphrase = getpass.getpass("Passphrase: ")
    if passphrase is not None:
        passphrase = unicodedata.normalize("NFC", passphrase).encode("utf-8")
    with open(given.vault, "rb") as file:
        data = file.read()
    generation, content = open_vault(data, passphrase, given.recovery_key)
    print(json.dumps({"generation": generation, "content": content}, ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main()
