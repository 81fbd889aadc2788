#!/usr/bin/env python3
"""Checks an answer of `jianghui allocate --json` without the program: a second implementation, of the rules in
features/allocation/README.md alone. Exact arithmetic; linear in the pairs.

    verify_allocation.py --edges E.csv --orders O.csv [--workers W.csv] [--groups G.csv] [--worker-groups V.csv]
                         [--objective max|min] [--unmatched-penalty X] [--perfect] ANSWER.json

Prints one line and ends with 0 when the answer keeps all rules and its prices prove that nothing is better; with 3 when
it keeps the rules but the prices leave a gap (a search, or a run that was stopped); with 1 when something is wrong,
said by the line. Priorities of workers are not known here: such files are refused with 2."""
import argparse
import csv
import json
import sys
from datetime import datetime, timedelta
from fractions import Fraction


class Wrong(Exception):
    """What does not hold."""


def must(holds, what):
    if not holds:
        raise Wrong(what)


def rows(name):
    if not name:
        return []
    with open(name, encoding="utf-8-sig", newline="") as file:
        cells = [[cell.strip() for cell in row] for row in csv.reader(file)]
    head, *body = [row for row in cells if any(row)]
    return [dict(zip(head, row)) for row in body]


def moment(text, end):
    """The first minute of a period, or the first after it: a date includes its whole day."""
    if "T" in text:
        return datetime.fromisoformat(text)
    return datetime.fromisoformat(text) + timedelta(days=1 if end else 0)


class Problem:
    def __init__(self, asked):
        sign = -1 if asked.objective == "min" else 1
        self.perfect = asked.perfect
        self.penalty = Fraction(asked.unmatched_penalty)
        self.edges = {(row["worker"], row["order"]): sign * Fraction(row["score"]) for row in rows(asked.edges)}
        self.orders = {row["order"]: row for row in rows(asked.orders)}
        workers = rows(asked.workers)
        if any(row.get("priority") for row in workers):
            raise SystemExit(2)
        self.units = {row["worker"]: int(row.get("capacity") or 1) for row in workers}
        for worker, _ in self.edges:
            self.units.setdefault(worker, 1)
        self.seats = {name: int(row["capacity"]) for name, row in self.orders.items()}
        self.floors = {name: int(row.get("least") or 0) for name, row in self.orders.items()}
        self.groups = self.limits(asked.groups)
        self.worker_groups = self.limits(asked.worker_groups)
        self.members = {name: set() for name in self.groups}
        for order, row in self.orders.items():
            for group in filter(None, (row.get("group") or "").split(";")):
                self.members[group.strip()].add(order)
        self.agency = {row["worker"]: row.get("group") or None for row in workers}

    @staticmethod
    def limits(name):
        return {row["group"]: (int(row.get("least") or 0), int(row["most"]) if row.get("most") else None)
                for row in rows(name)}

    def period(self, order):
        row = self.orders[order]
        return (moment(row["from"], False), moment(row["to"], True)) if row.get("from") else None

    def team(self, order):
        text = self.orders[order].get("team") or "no"
        return 0 if text == "no" else self.seats[order] if text == "yes" else int(text)


def check_choice(problem, answer):
    """The rules, without any prices; the total as a sum to be made greatest."""
    pairs = [(each["worker"], each["order"]) for each in answer["assignments"]]
    must(len(set(pairs)) == len(pairs), "a pair twice")
    sign = -1 if answer["objective"] == "min" else 1
    for each, pair in zip(answer["assignments"], pairs):
        must(problem.edges.get(pair) == sign * each["score"], f"the score of {pair} is another one, or it is no pair")
    by_worker, by_order = {}, {}
    for worker, order in pairs:
        by_worker.setdefault(worker, []).append(order)
        by_order.setdefault(order, []).append(worker)
    for worker, orders in by_worker.items():
        must(len(orders) <= problem.units[worker], f"{worker} has too many orders")
        periods = sorted(filter(None, map(problem.period, orders)))
        must(all(a[1] <= b[0] for a, b in zip(periods, periods[1:])), f"orders of {worker} overlap")
    for order, seats in problem.seats.items():
        filled, team = len(by_order.get(order, [])), problem.team(order)
        must(problem.floors[order] <= filled <= seats, f"{order} has {filled} of {seats}")
        must(not team or not filled or (seats - filled) % team == 0, f"{order} has a team in part")
    check_groups(problem.groups, {name: sum(len(by_order.get(order, [])) for order in orders)
                                  for name, orders in problem.members.items()})
    check_groups(problem.worker_groups,
                 {name: sum(len(orders) for worker, orders in by_worker.items() if problem.agency.get(worker) == name)
                  for name in problem.worker_groups})
    left = [worker for worker in problem.units if worker not in by_worker]
    must(answer["matched"] == len(pairs), "the number of assignments")
    must(answer["unmatched_workers"] == len(left), "the number of workers without any")
    must(not problem.perfect or not [w for w in left if problem.units[w]], "not everybody is placed")
    total = sum((problem.edges[pair] for pair in pairs), Fraction(0))
    must(total == sign * answer["total"], "the total is not the sum of its scores")
    return total - problem.penalty * sum(1 for worker in left if problem.units[worker] > 0)


def check_groups(limits, filled):
    for name, (least, most) in limits.items():
        must(least <= filled[name] and (most is None or filled[name] <= most), f"{name} has {filled[name]}")


def dearest(price, least, most):
    return max(price * least, price * most)


class Prices:
    def __init__(self, problem, certificate):
        self.worker = certificate.get("worker_prices", {})
        self.order = certificate.get("order_prices", {})
        self.group = certificate.get("group_prices", {})
        self.crossing = certificate.get("crossing_prices", {})
        self.agency = certificate.get("worker_group_prices", {})
        self.slots = certificate.get("slots", [])
        self.slot_of = {(slot["worker"], order): slot["price"] for slot in self.slots for order in slot["orders"]}
        for names, known in ((self.worker, problem.units), (self.order, problem.seats), (self.group, problem.groups),
                             (self.crossing, problem.groups), (self.agency, problem.worker_groups)):
            must(all(name in known for name in names), "a price of nobody")
        self.check_slots(problem)
        self.tree = self.laminar(problem)

    def check_slots(self, problem):
        """A slot is of use only if all its orders exclude each other."""
        for slot in self.slots:
            periods = sorted(map(problem.period, slot["orders"]))
            must(all(a[1] > b[0] for a in periods for b in periods), "orders of a slot that do not overlap")

    def laminar(self, problem):
        """Groups in each other or apart, the greater first; each with the one around it."""
        tree = {}
        for name in sorted(problem.groups, key=lambda each: (-len(problem.members[each]), each)):
            mine = problem.members[name]
            if name in self.crossing or any(mine & problem.members[other] and not mine <= problem.members[other]
                                            for other in tree):
                continue
            around = [other for other in tree if mine <= problem.members[other] and mine]
            tree[name] = min(around, key=lambda other: len(problem.members[other]), default=None)
        return tree


def bound(problem, prices):
    """What no allocation can exceed, whatever the prices are (weak duality)."""
    none = Fraction(0)
    total = none
    for worker, units in problem.units.items():
        if units == 0:
            continue
        price = prices.worker.get(worker, none) - prices.agency.get(problem.agency.get(worker), none)
        some = dearest(price, 1, units)
        total += some if problem.perfect else max(some, -problem.penalty)
    share = dict.fromkeys(problem.seats, none)
    for name, members in problem.members.items():
        if name in prices.tree:
            parent = prices.tree[name]
            own = prices.group.get(name, none) - (prices.group.get(parent, none) if parent else none)
        else:
            own = prices.crossing.get(name, none)
        least, most = problem.groups[name]
        seats = sum(problem.seats[order] for order in members)
        total += dearest(own, least, seats if most is None else min(most, seats))
        for order in members:
            share[order] += own
    for order, seats in problem.seats.items():
        total += dearest(prices.order.get(order, none) - share[order], problem.floors[order], seats)
    for name, (least, most) in problem.worker_groups.items():
        units = sum(count for worker, count in problem.units.items() if problem.agency.get(worker) == name)
        total += dearest(prices.agency.get(name, none), least, units if most is None else min(most, units))
    for slot in prices.slots:
        total += max(none, slot["price"] - prices.worker.get(slot["worker"], none))
    for (worker, order), score in problem.edges.items():
        if problem.units[worker] and problem.seats[order]:
            side = prices.slot_of.get((worker, order), prices.worker.get(worker, none))
            total += max(none, score - side - prices.order.get(order, none))
    return total


def main():
    parser = argparse.ArgumentParser()
    for name in ("edges", "orders"):
        parser.add_argument(f"--{name}", required=True)
    for name in ("workers", "groups", "worker-groups"):
        parser.add_argument(f"--{name}")
    parser.add_argument("--objective", choices=("max", "min"), default="max")
    parser.add_argument("--unmatched-penalty", default="0")
    parser.add_argument("--perfect", action="store_true")
    parser.add_argument("answer")
    asked = parser.parse_args()
    problem = Problem(asked)
    with open(asked.answer, encoding="utf-8") as file:
        answer = json.load(file, parse_int=Fraction, parse_float=Fraction)
    sign = -1 if asked.objective == "min" else 1
    try:
        must(answer["objective"] == asked.objective, "another objective")
        value = check_choice(problem, answer)
        certificate = answer["certificate"]
        must(certificate["kind"] in ("prices", "search"), "no certificate of optimality")
        proven = bound(problem, Prices(problem, certificate))
        must(value <= proven, "the prices contradict themselves")  # cannot be: weak duality
        must(sign * certificate["value"] == value, "the certificate's value")
        said = certificate.get("bound_by_prices", certificate["bound"])
        must(sign * said == proven, f"the prices prove {float(sign * proven)}, not {float(said)}")
        must(sign * certificate["bound"] - value == certificate["gap"], "the gap")
        must(certificate["verified"] == (proven == value), "`verified` says something else")
        must(answer["status"] != "optimal" or certificate["gap"] == 0, "called optimal with a gap")
    except (Wrong, KeyError) as fault:
        print(f"WRONG: {fault}")
        return 1
    if proven > value:
        print(f"kept; the prices alone leave {float(proven - value)} open")
        return 3
    print(f"proven: nothing is better than {float(sign * value)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
