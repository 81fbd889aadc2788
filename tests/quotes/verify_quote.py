#!/usr/bin/env python3
"""Checks an opening of sealed bids from its public document (GET quotes/{order}) alone.

A second implementation, written from features/quotes/README.md; SM3, the lottery and the allotment
are those of verify_draw.py, which shares nothing with the program. Exit code 0: as published; 1: not."""
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "draws"))
from verify_draw import allot, lottery, sm3  # noqa: E402


def commitment(order, bid):
    said = (order, bid["fee_fen"], bid["seats"], bid["at_least"], bid["nonce"])
    return sm3(("quote-1:" + ":".join(str(each) for each in said)).encode()).hex()


def main(file):
    with open(file, encoding="utf-8") as document:
        quote = json.load(document)
    numbers = [bid["number"] for bid in quote["bids"]]
    bids = [bid for bid in quote["bids"] if bid["status"] == "opened"]
    checks = {
        "rules": quote["rules"] == "quote-1" and quote["status"] == "opened",
        "numbers": numbers == sorted(set(numbers)),
    }
    for bid in bids:
        checks[f"commitment {bid['number']}"] = commitment(quote["order"], bid) == bid["commitment"]
        ceiling = quote.get("ceiling_fen")
        checks[f"ceiling {bid['number']}"] = ceiling is None or bid["fee_fen"] <= ceiling
    committed = b"".join(bytes.fromhex(bid["commitment"]) for bid in bids)
    nonces = b"".join(bytes.fromhex(bid["nonce"]) for bid in bids)
    seed = sm3(committed + nonces + int(quote["position"]).to_bytes(8, "big"))
    checks["seed"] = seed.hex() == quote["seed"] and len(nonces) == 16 * len(bids)
    lots = lottery(seed, len(bids))
    order = sorted(lots, key=lambda index: bids[index]["fee_fen"])
    allotted = allot(bids, order, quote["seats"], quote["lot_min"])
    for lot, index in enumerate(lots, 1):
        checks[f"lot {bids[index]['number']}"] = bids[index]["lot"] == lot
    for place, index in enumerate(order, 1):
        bid = bids[index]
        checks[f"number {bid['number']}"] = (place, *allotted[index]) == (bid["place"], bid["given"], bid["outcome"])
    wrong = [name for name, right in checks.items() if not right]
    print("differs: " + ", ".join(wrong) if wrong else f"as published: {len(bids)} bids")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
