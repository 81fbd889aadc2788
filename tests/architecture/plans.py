#!/usr/bin/env python3
"""Does every statement of the program find its rows by an index? The tables are made from the migrations, each
statement of each queries.sql is planned by SQLite with its optional filters off, and a plan that reads a whole
table is an offence unless it stands below with its reason. A clock may walk an index of what is due, but no
primary key, which has everything that there ever was, and no index by status alone, which has everything that lives.

    tests/architecture/plans.py [ROOT]      prints the offenders; exit code 1 when there are any
"""
import pathlib
import re
import sqlite3
import sys

root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[2])

# Statements that may read a whole table, and why.
ALLOWED = {
    "demo/": "counts what it has made, once",
    "journal/": "the server's own keys: one a year",
    "access/delete_ended_reset_codes": "codes live for a day",
    "duties/list_assessments": "one a year and city",
    "figures/totals_of_year": "a few hundred rows a year",
    "imports/empty_rows_of_person": "somebody is erased: rare, and by a task",
    "inbox/expire_notice_reads": "the oldest of a limited sub-query",
    "inbox/expire_notices": "the oldest of a limited sub-query",
    "lists/frozen_otherwise": "a list a quarter, kind and place",
    "products/list_products": "a catalogue with filters",
    "procurement/to_name": "few at a time",
    "quarter_reports/reports_waiting": "a report a quarter",
    "seats/forget_days": "somebody is erased",
    "shortages/catalogues_waiting": "a catalogue a quarter",
    "shortages/catalogues_asked": "a catalogue a quarter",
    "shortages/employers_between": "computed once a quarter",
    "shortages/flows": "cells of one quarter",
    "shortages/hindsight_basis": "computed once a quarter",
    "statements/due_closings": "running orders, whose shares are looked up",
    "statements/overdue_sums": "of what is late, found by an index before",
    "shortages/people_known": "of places where nothing was counted: each row in one tree weighs more",
    "statistics/clear_memories": "a recount begins",
    "statistics/clear_spells": "a recount begins",
    "statistics/record_of_fact": "of one fact's steps, found by an index before",
    "statistics/selected_cells": "of a limited sub-query",
    "statistics/selected_steps": "of a limited sub-query",
    "timesheets/waiting_timesheets": "its filters are the caller's, and on",
    "timesheets/empty_steps": "somebody is erased",
}


def tables():
    database = sqlite3.connect(":memory:")
    files = [file for part in ("engine", "features") for file in root.glob(f"{part}/*/migrations/*.sql")]
    for file in sorted(files, key=lambda each: each.name):
        database.executescript(file.read_text())
    return database


def statements(text):
    """Names and texts of a queries.sql, its column lists put in."""
    columns = {name: body.strip() for name, body in
               re.findall(r"-- columns: (\w+)\n((?:(?!\n|-- ).*\n)+)", text)}
    for piece in re.split(r"^-- name: ", text, flags=re.MULTILINE)[1:]:
        name, _, body = piece.partition("\n")
        sql = "\n".join(line for line in body.split("\n") if not line.startswith("--")).strip()
        yield name.strip(), re.sub(r"\{(\w+)\}", lambda found: columns.get(found[1], found[0]), sql)


def without_filters(sql):
    return re.sub(r"\(:\w+ IS NULL OR [^()]*(?:\([^()]*\)[^()]*)*\)", "(TRUE)", sql)


def offences(database, name, sql):
    sql = without_filters(sql)
    arguments = {each: 1 for each in re.findall(r"(?<!:):(\w+)", sql)}
    try:
        plan = database.execute("EXPLAIN QUERY PLAN " + sql, arguments).fetchall()
    except sqlite3.Error:
        return  # For the other engine.
    for *_, step in plan:
        whole = re.match(r"SCAN (\w+)$", step)
        walks = name.startswith("due_") and re.match(
            r"SCAN \w+ USING (COVERING )?INDEX sqlite_autoindex|SEARCH \w+ USING (COVERING )?INDEX \w+ \(status=\?\)$", step)
        if whole or walks:
            yield step


def main():
    database = tables()
    planned, found = 0, []
    for file in sorted(root.glob("engine/*/queries.sql")) + sorted(root.glob("features/*/queries.sql")):
        part = file.parent.name
        for name, sql in statements(file.read_text()):
            planned += 1
            if f"{part}/" in ALLOWED or f"{part}/{name}" in ALLOWED:
                continue
            found += [f"{part}/{name}: {step}" for step in offences(database, name, sql)]
    for each in found:
        print(each)
    print(f"{planned} statements planned, {len(found)} read more than they should")
    assert planned > 700, "the statements were not found"
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
