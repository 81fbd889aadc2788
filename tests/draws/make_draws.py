#!/usr/bin/env python3
"""Writes public documents of draws into a folder: right-*.json as the rules of features/draws/README.md want
them, wrong-*.json forged in one field each. Made with verify_draw.py alone, so that the program is judged by
numbers that it has not made. Always the same ones."""
import copy
import json
import pathlib
import random
import sys

sys.dont_write_bytecode = True
from verify_draw import allot, differences, lottery, sm3  # noqa: E402

CHANCE = random.Random(20261128)


def held(applicants, seats, lot_min=1, position=4711, missing=()):
    """The document of a draw; an applicant is (seats, at_least, room)."""
    secret = CHANCE.randbytes(32)
    numbers = [n for n in range(1, len(applicants) + len(missing) + 1) if n not in missing]
    entrants = [{"number": number, "nonce": CHANCE.randbytes(16).hex(), "seats": wanted, "at_least": at_least,
                 "room": room, "refusal": None if room else "licence_expired", "place": 0, "given": 0,
                 "outcome": "none_left", "agency": None}
                for number, (wanted, at_least, room) in zip(numbers, applicants)]
    nonces = b"".join(bytes.fromhex(entrant["nonce"]) for entrant in entrants)
    seed = sm3(secret + nonces + position.to_bytes(8, "big"))
    order = lottery(seed, len(entrants))
    allotted = allot(entrants, order, seats, lot_min)
    for place, index in enumerate(order, 1):
        entrant = entrants[index]
        entrant["place"] = place
        entrant["given"], entrant["outcome"] = allotted[index]
        if entrant["given"]:
            entrant["agency"] = {"id": "0r5k2m9x8q3va", "name": f"机构 {entrant['number']}"}
    return {"order": "0r5k2m9x8q3va", "rules": "draw-1", "commitment": sm3(secret).hex(),
            "opens_at": "2026-11-23T09:00:00+08:00", "closes_at": "2026-11-24T09:00:00+08:00", "status": "drawn",
            "applications": len(entrants), "secret": secret.hex(), "position": position, "seed": seed.hex(),
            "seats": seats, "lot_min": lot_min, "drawn_at": "2026-11-24T09:00:01+08:00", "entrants": entrants}


def some(count, most):
    applicants = []
    for _ in range(count):
        seats = CHANCE.randint(1, most)
        applicants.append((seats, CHANCE.randint(1, seats), CHANCE.choice([seats, seats, CHANCE.randint(0, seats)])))
    return applicants


def worlds():
    yield "nobody", held([], 10)
    yield "one-for-all", held([(10, 1, 10)], 10)
    yield "one-for-a-part", held([(3, 1, 3)], 10)
    yield "one-refused", held([(3, 1, 0)], 10)
    yield "one-with-little-room", held([(8, 2, 5)], 10)
    yield "equal-applicants", held([(1, 1, 1)] * 25, 10)
    yield "whole-lots", held([(4, 1, 4)] * 5, 10, lot_min=4)
    yield "rest-below-a-lot", held([(4, 1, 4)] * 5, 9, lot_min=2)
    yield "room-below-a-lot", held([(4, 1, 1)] * 5, 9, lot_min=2)
    yield "all-or-nothing", held([(4, 4, 4)] * 6, 10)
    yield "numbers-with-gaps", held([(2, 1, 2)] * 6, 7, missing=(1, 4, 8))
    yield "all-refused", held([(2, 1, 0)] * 6, 7)
    yield "three-hundred", held(some(300, 9), 400, lot_min=2)
    yield "late-position", held(some(9, 5), 12, position=2 ** 53 - 1)
    for number in range(24):
        yield f"some-{number:02}", held(some(CHANCE.randint(2, 30), 12), CHANCE.randint(1, 60), CHANCE.randint(1, 5))


def flipped(text):
    return ("0" if text[0] != "0" else "1") + text[1:]


def forgeries(right):
    """The document with one field of it forged."""
    def forged(change):
        document = copy.deepcopy(right)
        change(document)
        return document

    def put(field, value):
        return forged(lambda document: document.__setitem__(field, value))

    yield "rules", put("rules", "draw-2")
    yield "commitment", put("commitment", flipped(right["commitment"]))
    yield "opens_at", put("opens_at", "2026-11-24T09:00:00+08:00")
    yield "closes_at", put("closes_at", "2026-11-24T10:00:00+08:00")
    yield "drawn_at", put("drawn_at", "2026-11-24T08:59:59+08:00")
    yield "status", put("status", "open")
    yield "applications", put("applications", right["applications"] + 1)
    yield "secret", put("secret", flipped(right["secret"]))
    yield "no-secret", put("secret", None)
    yield "position", put("position", right["position"] + 1)
    yield "seed", put("seed", flipped(right["seed"]))
    yield "seats", put("seats", right["seats"] - 1)
    yield "lot_min", put("lot_min", 99)
    yield "left-out", forged(lambda document: document["entrants"].pop())
    yield "exchanged", forged(lambda document: document["entrants"].reverse())
    yield "invented", forged(lambda document: document["entrants"].append(
        dict(document["entrants"][0], number=99, nonce="00" * 16)))
    winner = next(i for i, each in enumerate(right["entrants"]) if each["outcome"] == "won" and each["at_least"] < each["seats"])
    loser = next(i for i, each in enumerate(right["entrants"]) if each["outcome"] == "none_left")
    for index, kind in ((winner, "winner"), (loser, "loser")):
        own = right["entrants"][index]

        def entrant(field, value):
            return forged(lambda document: document["entrants"][index].__setitem__(field, value))

        yield f"{kind}-number", entrant("number", right["entrants"][index - 1]["number"] if index else 0)
        yield f"{kind}-nonce", entrant("nonce", flipped(own["nonce"]))
        yield f"{kind}-short-nonce", entrant("nonce", own["nonce"][2:])
        yield f"{kind}-at_least", entrant("at_least", own["seats"] + 1)
        yield f"{kind}-room", entrant("room", own["seats"] + 1)
        yield f"{kind}-refusal", entrant("refusal", "licence_expired")
        yield f"{kind}-place", entrant("place", own["place"] + 1)
        yield f"{kind}-given", entrant("given", own["given"] + 1)
        yield f"{kind}-outcome", entrant("outcome", "partly")
        yield f"{kind}-agency", entrant("agency", None if own["agency"] else {"id": "0r5k2m9x8q3va", "name": "x"})
    yield "winner-seats", forged(lambda document: document["entrants"][winner].__setitem__(
        "seats", right["entrants"][winner]["seats"] + 1))
    yield "winner-little-room", forged(lambda document: document["entrants"][winner].__setitem__(
        "room", right["entrants"][winner]["room"] - 1))


def main(folder):
    right = 0
    for name, document in worlds():
        assert differences(document) == [], name
        (pathlib.Path(folder) / f"right-{name}.json").write_text(json.dumps(document, ensure_ascii=False))
        right += 1
    whole = held([(4, 1, 4), (3, 3, 3), (5, 1, 2), (2, 1, 0), (4, 1, 4), (6, 2, 6), (3, 1, 3), (3, 1, 3)], 10, lot_min=2)
    (pathlib.Path(folder) / "right-whole.json").write_text(json.dumps(whole, ensure_ascii=False))
    wrong = 0
    for name, document in forgeries(whole):
        (pathlib.Path(folder) / f"wrong-{name}.json").write_text(json.dumps(document, ensure_ascii=False))
        wrong += 1
    print(f"{right + 1} right, {wrong} wrong")


if __name__ == "__main__":
    main(sys.argv[1])
