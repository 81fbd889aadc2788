#!/usr/bin/env python3
"""Recomputes a draw from its public document (GET draws/{order}) alone.

A second implementation, written from features/draws/README.md and sharing nothing with the
program: SM3 by GB/T 32905 below, the encoding, the lottery and the allocation. Takes files; one line
for each. Exit code 0: all as published; 1: not."""
import datetime
import json
import sys

MASK = 0xFFFFFFFF


def rotate(x, n):
    n %= 32
    return (x << n | x >> (32 - n)) & MASK if n else x


def sm3(message):
    v = [0x7380166F, 0x4914B2B9, 0x172442D7, 0xDA8A0600, 0xA96F30BC, 0x163138AA, 0xE38DEE4D, 0xB0FB0E4E]
    padded = message + b"\x80" + b"\x00" * ((55 - len(message)) % 64) + (8 * len(message)).to_bytes(8, "big")
    for start in range(0, len(padded), 64):
        block = padded[start:start + 64]
        w = [int.from_bytes(block[i:i + 4], "big") for i in range(0, 64, 4)]
        for j in range(16, 68):
            x = w[j - 16] ^ w[j - 9] ^ rotate(w[j - 3], 15)
            w.append(x ^ rotate(x, 15) ^ rotate(x, 23) ^ rotate(w[j - 13], 7) ^ w[j - 6])
        a, b, c, d, e, f, g, h = v
        for j in range(64):
            t = 0x79CC4519 if j < 16 else 0x7A879D8A
            ss1 = rotate((rotate(a, 12) + e + rotate(t, j)) & MASK, 7)
            ss2 = ss1 ^ rotate(a, 12)
            ff = a ^ b ^ c if j < 16 else (a & b) | (a & c) | (b & c)
            gg = e ^ f ^ g if j < 16 else (e & f) | (~e & MASK & g)
            tt1 = (ff + d + ss2 + (w[j] ^ w[j + 4])) & MASK
            tt2 = (gg + h + ss1 + w[j]) & MASK
            a, b, c, d = tt1, a, rotate(b, 9), c
            e, f, g, h = tt2 ^ rotate(tt2, 9) ^ rotate(tt2, 17), e, rotate(f, 19), g
        v = [x ^ y for x, y in zip(v, (a, b, c, d, e, f, g, h))]
    return b"".join(x.to_bytes(4, "big") for x in v)


def words(seed):
    block = 0
    while True:
        digest = sm3(seed + block.to_bytes(8, "big"))
        for i in range(0, 32, 8):
            yield int.from_bytes(digest[i:i + 8], "big")
        block += 1


def lottery(seed, count):
    order = list(range(count))
    stream = words(seed)
    for i in range(count, 1, -1):
        limit = (1 << 64) - (1 << 64) % i
        word = next(w for w in stream if w < limit)
        j = word % i
        order[i - 1], order[j] = order[j], order[i - 1]
    return order


def allot(entrants, order, seats, lot_min):
    left = seats
    allotted = {}
    for index in order:
        entrant = entrants[index]
        given = min(entrant["seats"], entrant["room"], left)
        if entrant["room"] == 0:
            allotted[index] = (0, "refused")
        elif left == 0:
            allotted[index] = (0, "none_left")
        elif given < entrant["at_least"]:
            allotted[index] = (0, "too_few_left")
        elif given < lot_min and given != left:
            allotted[index] = (0, "below_lot")
        else:
            allotted[index] = (given, "won" if given == entrant["seats"] else "partly")
            left -= given
    return allotted


def fits_together(draw):
    """What the document says beside the numbers: the window, how many applied, who is named and refused."""
    moment = datetime.datetime.fromisoformat
    yield "applications", draw["applications"] == len(draw["entrants"])
    yield "window", moment(draw["opens_at"]) < moment(draw["closes_at"]) <= moment(draw["drawn_at"])
    for entrant in draw["entrants"]:
        within = 1 <= entrant["at_least"] <= entrant["seats"] and 0 <= entrant["room"] <= entrant["seats"]
        refused = (entrant["refusal"] is not None) == (entrant["room"] == 0)
        named = (entrant["agency"] is not None) == (entrant["given"] > 0)
        yield f"entrant {entrant['number']}", within and refused and named


def differences(draw):
    """What is not as it must be, by name; empty when the draw is as published."""
    entrants = draw["entrants"]
    secret = bytes.fromhex(draw["secret"])
    numbers = [entrant["number"] for entrant in entrants]
    checks = {
        "status": draw["status"] == "drawn",
        "rules": draw["rules"] == "draw-1",
        "commitment": len(secret) == 32 and sm3(secret).hex() == draw["commitment"],
        "numbers": numbers == sorted(set(numbers)),
        **dict(fits_together(draw)),
    }
    nonces = b"".join(bytes.fromhex(entrant["nonce"]) for entrant in entrants)
    seed = sm3(secret + nonces + int(draw["position"]).to_bytes(8, "big"))
    checks["seed"] = seed.hex() == draw["seed"] and len(nonces) == 16 * len(entrants)
    order = lottery(seed, len(entrants))
    allotted = allot(entrants, order, draw["seats"], draw["lot_min"])
    for place, index in enumerate(order, 1):
        published = entrants[index]
        own = (place, *allotted[index])
        checks[f"number {published['number']}"] = own == (published["place"], published["given"], published["outcome"])
    return [name for name, right in checks.items() if not right]


def main(files):
    assert sm3(b"abc").hex() == "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    code = 0
    for file in files:
        with open(file, encoding="utf-8") as document:
            draw = json.load(document)
        try:
            wrong = differences(draw)
        except (KeyError, TypeError, ValueError) as missing:
            wrong = [f"no draw that was held ({missing!r})"]
        print(f"{file}: " + ("differs: " + ", ".join(wrong) if wrong else f"as published: {len(draw['entrants'])} applicants"))
        code = 1 if wrong else code
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
