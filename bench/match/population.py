#!/usr/bin/env python3
"""People of a made-up region, the same in both databases: population.py DATA_FOLDER REFERENCE_FOLDER COUNT TABLE.csv FACTS.json

Puts COUNT people into the program's own SQLite database (no server may use it) as registering would have left them, all in the public
pool, and writes the facts that matching uses as TABLE.csv for PostgreSQL's COPY, in numbers instead of codes and names. FACTS.json says
what the numbers mean. Occupations by Zipf(1.0), counties by Zipf(0.8), one to eight skills, three quarters of them from 60 of the
occupation: section 2 of the notes on performance, with the product's own lists (389 skills, counties that have coordinates).
Names are made up, identity numbers are not there (boxes that do not open): nobody reads them here."""
import csv, datetime, itertools, json, random, sqlite3, sys

folder, reference, count, table, facts = sys.argv[1:]
count = int(count)
dice = random.Random(42)
today = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=8))).date()
epoch = datetime.date(1970, 1, 1)


def read(name):
    with open(f"{reference}/{name}.csv", encoding="utf-8") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


def zipf(many, power):
    return list(itertools.accumulate((i + 1) ** -power for i in range(many)))


def day(number):
    return (epoch + datetime.timedelta(number)).isoformat()


occupations = sorted(row["code"] for row in read("occupations") if row["level"] == "4")
counties = [row for row in read("places") if row["level"] == "county" and row["lon"]]
skills = [row["zh"] for row in read("skills")]
kinds = [row["code"] for row in read("certificate_kinds")]
levels = {row["code"]: int(row["rank"]) for row in read("education_levels")}
first_of_rank = {}
for code, rank in levels.items():
    first_of_rank.setdefault(rank, code)

popular = list(range(len(occupations)))
dice.shuffle(popular)
dice.shuffle(counties)
by_occupation, by_county, by_skill = zipf(len(occupations), 1.0), zipf(len(counties), 0.8), zipf(60, 0.5)
own = [dice.sample(range(len(skills)), 60) for _ in occupations]
now = today.toordinal() - epoch.toordinal()

holders = [0] * len(skills)
database = sqlite3.connect(f"{folder}/jianghui.sqlite", isolation_level=None)
database.execute("BEGIN")


def someone(number):
    occupation = popular[dice.choices(range(len(occupations)), cum_weights=by_occupation)[0]]
    county = dice.choices(range(len(counties)), cum_weights=by_county)[0]
    held = {}
    for _ in range(dice.randint(1, 8)):
        of_own = dice.random() < 0.75
        skill = own[occupation][dice.choices(range(60), cum_weights=by_skill)[0]] if of_own else dice.randrange(len(skills))
        held[skill] = dice.randint(0, 5)
    certificates = {}
    if dice.random() < 0.25:
        for _ in range(dice.randint(1, 3)):
            certificates[dice.randrange(len(kinds))] = now + dice.randint(-100, 2000)
    return {
        "id": 1_000_000 + number, "occupation": occupation, "county": county, "skills": dict(sorted(held.items())),
        "certificates": dict(sorted(certificates.items())), "education": dice.choice([1, 2, 2, 3, 3, 3, 4, 4, 5, 6]),
        "years": dice.randint(0, 25), "pay": int(dice.lognormvariate(8.5172, 0.35)) * 100,
        "from": now - 1 if dice.random() < 0.6 else now + dice.randint(0, 60), "reach": dice.choice([10, 20, 30, 50, 80, 120, 200]),
        "born": now - dice.randint(17 * 365, 60 * 365), "confirmed": now - dice.randint(0, 250)}


def row_of(one):
    county = counties[one["county"]]
    names = [skills[skill] for skill in one["skills"]]
    noon = one["confirmed"] * 86_400_000 + 4 * 3_600_000
    return {
        "id": one["id"], "city": county["parent"], "place": county["code"], "name": f"测试{one['id'] % 1000}", "born": day(one["born"]), "id_number_box": "",
        "education": first_of_rank[one["education"]], "occupations": json.dumps([occupations[one["occupation"]]]),
        "skills": json.dumps([{"name": skills[s], "level": level} for s, level in one["skills"].items()], ensure_ascii=False),
        "skill_words": " ".join(names), "experience_years": one["years"],
        "certificates": json.dumps([{"kind": kinds[kind], "number": None, "valid_to_on": day(end)} for kind, end in one["certificates"].items()]),
        "pay_asked_fen": one["pay"], "pay_unit": "month", "available_from_on": day(one["from"]), "reach_km": one["reach"], "public_pool": 1,
        "contact": 0, "status": "active", "verified": 1, "confirmed_at": noon, "registered_at": noon, "changed_at": noon}


def listed(numbers):
    return "{" + ",".join(str(number) for number in numbers) + "}"


columns = row_of(someone(0)).keys()
insert = f"INSERT INTO people ({', '.join(columns)}) VALUES ({', '.join(':' + column for column in columns)})"
with open(table, "w", encoding="utf-8", newline="") as out:
    write = csv.writer(out)
    for start in range(0, count, 10_000):
        people = [someone(number) for number in range(start, min(count, start + 10_000))]
        database.executemany(insert, map(row_of, people))
        for one in people:
            for skill in one["skills"]:
                holders[skill] += 1
            write.writerow([one["id"], one["occupation"], one["county"] + 1, one["reach"] * 1000, one["from"], one["born"], one["confirmed"],
                            one["pay"], min(60, one["years"] * 12), one["education"], listed(one["skills"]), listed(one["skills"].values()),
                            listed(one["certificates"]), listed(one["certificates"].values())])
database.execute("COMMIT")
with open(facts, "w", encoding="utf-8") as out:
    json.dump({"people": count, "today": now, "occupations": occupations, "popular": popular, "skills": skills, "holders": holders, "own": own,
               "kinds": kinds, "ranks": first_of_rank,
               "counties": [{"code": c["code"], "lon": round(float(c["lon"]) * 1e6), "lat": round(float(c["lat"]) * 1e6)} for c in counties]},
              out, ensure_ascii=False)
