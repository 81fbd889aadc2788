"""A third implementation of the proofs, from the specifications alone: reads cases.json and checks both
signatures of every document in it. P-256 by the package cryptography; SM2 and SM3 (GB/T 32918.2, 32905) by hand."""
import hashlib
import json
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, utils

LETTERS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
P = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFF
A = P - 3
B = 0x28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93
N = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123
G = (0x32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7,
     0xBC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0)


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def base58(text):
    assert text[0] == "z"
    number = 0
    for letter in text[1:]:
        number = number * 58 + LETTERS.index(letter)
    zeros = len(text[1:]) - len(text[1:].lstrip("1"))
    return bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8, "big")


def rotate(x, n):
    n %= 32
    return ((x << n) | (x >> (32 - n))) & 0xFFFFFFFF


def sm3(message):
    state = [0x7380166F, 0x4914B2B9, 0x172442D7, 0xDA8A0600, 0xA96F30BC, 0x163138AA, 0xE38DEE4D, 0xB0FB0E4E]
    length = len(message) * 8
    message += b"\x80" + bytes((55 - len(message)) % 64) + length.to_bytes(8, "big")
    p1 = lambda x: x ^ rotate(x, 15) ^ rotate(x, 23)
    for start in range(0, len(message), 64):
        w = [int.from_bytes(message[start + i * 4:start + i * 4 + 4], "big") for i in range(16)]
        for j in range(16, 68):
            w.append(p1(w[j - 16] ^ w[j - 9] ^ rotate(w[j - 3], 15)) ^ rotate(w[j - 13], 7) ^ w[j - 6])
        a, b, c, d, e, f, g, h = state
        for j in range(64):
            t = 0x79CC4519 if j < 16 else 0x7A879D8A
            ss1 = rotate((rotate(a, 12) + e + rotate(t, j)) & 0xFFFFFFFF, 7)
            ss2 = ss1 ^ rotate(a, 12)
            ff = a ^ b ^ c if j < 16 else (a & b) | (a & c) | (b & c)
            gg = e ^ f ^ g if j < 16 else (e & f) | (~e & g)
            tt1 = (ff + d + ss2 + (w[j] ^ w[j + 4])) & 0xFFFFFFFF
            tt2 = (gg + h + ss1 + w[j]) & 0xFFFFFFFF
            d, c, b, a = c, rotate(b, 9), a, tt1
            h, g, f, e = g, rotate(f, 19), e, tt2 ^ rotate(tt2, 9) ^ rotate(tt2, 17)
        state = [x ^ y for x, y in zip(state, (a, b, c, d, e, f, g, h))]
    return b"".join(x.to_bytes(4, "big") for x in state)


def add(one, other):
    if one is None or other is None:
        return one or other
    if one[0] == other[0] and (one[1] + other[1]) % P == 0:
        return None
    slope = ((3 * one[0] ** 2 + A) * pow(2 * one[1], -1, P) if one == other
             else (other[1] - one[1]) * pow(other[0] - one[0], -1, P)) % P
    x = (slope ** 2 - one[0] - other[0]) % P
    return x, (slope * (one[0] - x) - one[1]) % P


def times(k, point):
    result = None
    while k:
        if k & 1:
            result = add(result, point)
        point, k = add(point, point), k >> 1
    return result


def sm2_verifies(compressed, message, signature):
    x = int.from_bytes(compressed[1:], "big")
    y = pow((x ** 3 + A * x + B) % P, (P + 1) // 4, P)
    if y % 2 != compressed[0] % 2:
        y = P - y
    user = b"1234567812345678"
    z = sm3((len(user) * 8).to_bytes(2, "big") + user + b"".join(n.to_bytes(32, "big") for n in (A, B, *G, x, y)))
    e = int.from_bytes(sm3(z + message), "big")
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    t = (r + s) % N
    if not (1 <= r < N and 1 <= s < N) or t == 0:
        return False
    return (e + add(times(s, G), times(t, (x, y)))[0]) % N == r


def p256_verifies(compressed, message, signature):
    key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), compressed)
    r, s = int.from_bytes(signature[:32], "big"), int.from_bytes(signature[32:], "big")
    try:
        key.verify(utils.encode_dss_signature(r, s), message, ec.ECDSA(hashes.SHA256()))
        return True
    except InvalidSignature:
        return False


SUITES = {"ecdsa-jcs-2019": (lambda m: hashlib.sha256(m).digest(), b"\x80\x24", p256_verifies),
          "sm2-jcs-2026": (sm3, b"\x86\x24", sm2_verifies)}


def proofs_hold(document):
    rest = {name: value for name, value in document.items() if name != "proof"}
    found = {}
    for proof in document["proof"]:
        digest, mark, verifies = SUITES[proof["cryptosuite"]]
        key = base58(proof["verificationMethod"].split("#")[1])
        options = {name: value for name, value in proof.items() if name != "proofValue"}
        message = digest(canonical(options)) + digest(canonical(rest))
        found[proof["cryptosuite"]] = key[:2] == mark and verifies(key[2:], message, base58(proof["proofValue"]))
    return found


assert sm3(b"abc").hex() == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
documents = json.load(open(sys.argv[1], encoding="utf-8"))["documents"]
both, neither = {"ecdsa-jcs-2019": True, "sm2-jcs-2026": True}, {"ecdsa-jcs-2019": False, "sm2-jcs-2026": False}
expected = {"changed": neither, "issuers_changed": neither, "one_signature_broken": {**both, "ecdsa-jcs-2019": False},
            "one_proof_missing": {"ecdsa-jcs-2019": True}}
checked = 0
for name, document in documents.items():
    for index, each in enumerate(document if isinstance(document, list) else [document]):
        if "proof" not in each:
            continue
        wanted = neither if (name, index) == ("status_changed", 0) else expected.get(name, both)
        assert proofs_hold(each) == wanted, (name, index, proofs_hold(each))
        checked += 1
print(checked, "documents checked by a third implementation")
