#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Canonical CBOR, Ed25519 and Merkle trees in plain Python, for verify_rental.py."""
import hashlib


class Wrong(Exception):
    """What is wrong, in words."""


def need(condition, words):
    if not condition:
        raise Wrong(words)


# ---- canonical CBOR (RFC 8949, 4.2.1), strict

def decode(data):
    value, at = item(data, 0, 0)
    need(at == len(data), "bytes follow the CBOR item")
    return value


def head(data, at):
    need(at < len(data), "CBOR ends too early")
    major, short = data[at] >> 5, data[at] & 31
    at += 1
    if short < 24:
        return major, short, at
    need(short < 28, "CBOR of indefinite length or reserved")
    size = 1 << (short - 24)
    need(at + size <= len(data), "CBOR ends too early")
    number = int.from_bytes(data[at:at + size], "big")
    need(major == 7 or number >= (24, 1 << 8, 1 << 16, 1 << 32)[short - 24], "a CBOR head is longer than it must be")
    return major, number, at + size


def item(data, at, depth):
    need(depth <= 16, "CBOR is nested too deeply")
    first = data[at] if at < len(data) else 0
    major, number, at = head(data, at)
    if major == 0:
        return number, at
    if major == 1:
        return -1 - number, at
    if major in (2, 3):
        need(at + number <= len(data), "CBOR ends too early")
        raw = bytes(data[at:at + number])
        try:
            return (raw if major == 2 else raw.decode("utf-8")), at + number
        except UnicodeDecodeError:
            raise Wrong("a CBOR text is not UTF-8") from None
    if major == 4:
        out = []
        for _ in range(number):
            value, at = item(data, at, depth + 1)
            out.append(value)
        return out, at
    if major == 5:
        out, keys = {}, []
        for _ in range(number):
            start = at
            key, at = item(data, at, depth + 1)
            keys.append(bytes(data[start:at]))
            need(len(keys) < 2 or keys[-2] < keys[-1], "CBOR keys are not in order")
            out[key if isinstance(key, (int, str, bytes)) else str(key)], at = item(data, at, depth + 1)
        return out, at
    need(first in (0xf4, 0xf5, 0xf6), "CBOR of a kind that is not used here")
    return {0xf4: False, 0xf5: True, 0xf6: None}[first], at


def encode_head(major, number):
    for short, size in ((24, 1), (25, 2), (26, 4), (27, 8)):
        if number < 24:
            return bytes([major << 5 | number])
        if number < 1 << 8 * size:
            return bytes([major << 5 | short]) + number.to_bytes(size, "big")
    raise Wrong("a number beyond 64 bits")


def encode(value):
    if isinstance(value, bool):
        return b"\xf5" if value else b"\xf4"
    if value is None:
        return b"\xf6"
    if isinstance(value, int):
        return encode_head(0, value) if value >= 0 else encode_head(1, -1 - value)
    if isinstance(value, bytes):
        return encode_head(2, len(value)) + value
    if isinstance(value, str):
        raw = value.encode()
        return encode_head(3, len(raw)) + raw
    return encode_head(4, len(value)) + b"".join(encode(v) for v in value)


def H(name, *items):
    return hashlib.sha256(encode(["unchained/%s/v1" % name, *items])).digest()


def first64(digest):
    return int.from_bytes(digest[:8], "big")


# ---- Ed25519 (RFC 8032)

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_1 = pow(2, (P - 1) // 4, P)


def add(a, b):
    x1, y1, z1, t1 = a
    x2, y2, z2, t2 = b
    m, n = (y1 - x1) * (y2 - x2) % P, (y1 + x1) * (y2 + x2) % P
    c, d = 2 * t1 * t2 * D % P, 2 * z1 * z2 % P
    e, f, g, h = n - m, d - c, d + c, n + m
    return e * f % P, g * h % P, f * g % P, e * h % P


def point(raw):
    """The point that 32 bytes encode, or None."""
    if len(raw) != 32:
        return None
    number = int.from_bytes(raw, "little")
    sign, y = number >> 255, number & (1 << 255) - 1
    if y >= P:
        return None
    u, v = (y * y - 1) % P, (D * y * y + 1) % P
    x = u * pow(v, 3, P) * pow(u * pow(v, 7, P), (P - 5) // 8, P) % P
    if v * x * x % P == -u % P:
        x = x * ROOT_OF_MINUS_1 % P
    elif v * x * x % P != u:
        return None
    if x == 0 and sign:
        return None
    if x & 1 != sign:
        x = P - x
    return x, y, 1, x * y % P


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def verified(key, message, signature):
    a, r = point(key), point(signature[:32])
    s = int.from_bytes(signature[32:], "little")
    if a is None or r is None or len(signature) != 64 or s >= L:
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    minus_a = (P - a[0], a[1], 1, P - a[3])
    both = add(BASE, minus_a)
    total = (0, 1, 1, 0)
    for bit in range(max(s.bit_length(), h.bit_length()) - 1, -1, -1):
        total = add(total, total)
        which = (s >> bit & 1) | (h >> bit & 1) << 1
        if which:
            total = add(total, (None, BASE, minus_a, both)[which])
    return (total[0] - r[0] * total[2]) % P == 0 and (total[1] - r[1] * total[2]) % P == 0


# ---- RFC 6962 trees

def leaf_hash(data):
    return hashlib.sha256(b"\0" + data).digest()


def node_hash(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def tree(leaves):
    if len(leaves) == 1:
        return leaves[0]
    half = 1 << (len(leaves) - 1).bit_length() - 1
    return node_hash(tree(leaves[:half]), tree(leaves[half:]))


def path_leads(leaf, index, count, path, root):
    """RFC 9162, 2.1.3.2."""
    if index >= count:
        return False
    last, at = count - 1, leaf
    for sibling in path:
        if last == 0:
            return False
        if index & 1 or index == last:
            at = node_hash(sibling, at)
            while not index & 1 and index:
                index, last = index >> 1, last >> 1
        else:
            at = node_hash(at, sibling)
        index, last = index >> 1, last >> 1
    return last == 0 and at == root


def blob_root(data):
    leaves = [leaf_hash(data[i:i + 1024]) for i in range(0, len(data), 1024)]
    return tree(leaves) if leaves else hashlib.sha256(b"").digest()
