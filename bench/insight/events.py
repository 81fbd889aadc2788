#!/usr/bin/env python3
"""Appends generated events to the journal of a data folder: three years of a market, as the measures read it.

    events.py DATABASE EVENTS CSV

Four in ten are people who register, three are orders that open, two seats that begin, one an order that closes: places and occupations by
Zipf's law, from data/ of the checkout and from the journal's own orders. The same numbers give the same events. CSV is the same without
the database, for the anchor: at (ms), kind, subject, amount, and for new subjects place and occupation. Says how many and until which
position. The server must not be running.
"""
import csv
import json
import random
import sqlite3
import sys
from pathlib import Path

QUARTERS, MS_A_DAY, BATCH, FIRST_SUBJECT = 12, 86_400_000, 50_000, 1 << 40
LETTERS = "0123456789abcdefghjkmnpqrstvwxyz"
KINDS = {"registered": 0, "opened": 1, "on_site": 2, "closed": 3}


def id_text(number):
    """An id as the journal's data writes it."""
    text = ""
    for _ in range(13):
        text, number = LETTERS[number & 31] + text, number >> 5
    return text


def zipf(count):
    sums, total = [], 0.0
    for rank in range(1, count + 1):
        total += 1 / rank
        sums.append(total)
    return sums


def codes(database):
    """Counties that have orders, and the occupations of the fourth level, each in an order of chance."""
    data = Path(__file__).resolve().parents[2] / "data"
    counties = sorted({json.loads(row[0])["place"] for row in database.execute("SELECT data FROM events WHERE kind = 'order.opened'")})
    with open(data / "occupations.csv", encoding="utf-8") as file:
        occupations = [row["code"] for row in csv.DictReader(file) if row["level"] == "4"]
    chance = random.Random(1)
    chance.shuffle(counties)
    chance.shuffle(occupations)
    return counties, occupations


class Market:
    def __init__(self, counties, occupations, first_at, last_at, events):
        self.random = random.Random(20261128)
        self.counties, self.county_sums = counties, zipf(len(counties))
        self.occupations, self.occupation_sums = occupations, zipf(len(occupations))
        self.first_at, self.span, self.events = first_at, last_at - first_at, events
        self.subjects, self.orders, self.people = FIRST_SUBJECT, [], []

    def rows(self, begin, count):
        """The rows of `events` and of the CSV."""
        draw = self.random
        places = draw.choices(self.counties, cum_weights=self.county_sums, k=count)
        wishes = draw.choices(self.occupations, cum_weights=self.occupation_sums, k=count)
        for index in range(count):
            at = self.first_at + self.span * (begin + index) // self.events
            dice = draw.random()
            if dice < 0.4 or (dice >= 0.7 and not self.orders):
                yield self.registered(at, places[index], wishes[index])
            elif dice < 0.7:
                yield self.opened(at, places[index], wishes[index])
            elif dice < 0.9 and self.people:
                yield self.on_site(at)
            else:
                yield self.closed(at)

    def next_subject(self):
        self.subjects += 1
        return self.subjects

    def registered(self, at, place, occupation):
        person = self.next_subject()
        self.people.append(person)
        data = f'{{"origin":"self","place":"{place}","occupation":"{occupation}"}}'
        return ((at, "people.registered", place[:4] + "00", None, None, None, person, "person", person, data), (at, KINDS["registered"], person, 1, place, occupation))

    def opened(self, at, place, occupation):
        order = self.next_subject()
        heads = 1 + self.random.randrange(40)
        self.orders.append((order, place))
        data = (f'{{"from":"draft","to":"open","remaining":{heads},"kind":"recruit","place":"{place}","occupation":"{occupation}","industry":"C15","headcount":{heads}}}')
        return ((at, "order.opened", place[:4] + "00", None, FIRST_SUBJECT - 1 - self.random.randrange(20_000), None, None, "order", order, data),
                (at, KINDS["opened"], order, heads, place, occupation))

    def on_site(self, at):
        seat, (order, place) = self.next_subject(), self.random.choice(self.orders)
        person = self.random.choice(self.people)
        data = f'{{"order":"{id_text(order)}","share":"{id_text(seat)}","from":"accepted","to":"on_site","reason":""}}'
        return ((at, "seat.on_site", place[:4] + "00", None, None, None, person, "seat", seat, data), (at, KINDS["on_site"], order, 1, "", ""))

    def closed(self, at):
        slot = self.random.randrange(len(self.orders))
        order, place = self.orders[slot]
        self.orders[slot] = self.orders[-1]
        self.orders.pop()
        return ((at, "order.closed", place[:4] + "00", None, None, None, None, "order", order, '{"from":"open","to":"closed","remaining":0}'),
                (at, KINDS["closed"], order, 1, "", ""))


def main(path, wanted, out):
    database = sqlite3.connect(path, isolation_level=None)
    database.execute("PRAGMA synchronous = OFF")
    last_at = database.execute("SELECT MAX(at) FROM events").fetchone()[0]
    market = Market(*codes(database), last_at - QUARTERS * 91 * MS_A_DAY, last_at, wanted)
    with open(out, "w", encoding="ascii", newline="") as file:
        copy = csv.writer(file)
        for begin in range(0, wanted, BATCH):
            rows = list(market.rows(begin, min(BATCH, wanted - begin)))
            database.execute("BEGIN")
            database.executemany("INSERT INTO events (at, kind, city, actor, organisation, counterpart, person, subject_kind, subject, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (row for row, _ in rows))
            database.execute("COMMIT")
            copy.writerows(line for _, line in rows)
    print(json.dumps({"events": wanted, "position": database.execute("SELECT MAX(position) FROM events").fetchone()[0], "counties": len(market.counties), "occupations": len(market.occupations)}))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
