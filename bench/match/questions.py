#!/usr/bin/env python3
"""Orders to rank people for, on both sides: questions.py FACTS.json REFERENCE_FOLDER LEVELS COUNT API TOKEN ORDERS.txt QUERIES.sql

Makes COUNT drafts through the API (whose own employer may ask for candidates) and writes their ids, a line each, and for each the
EXECUTE of a prepared statement with the same filters and points, written from docs/matching.md and not from the engine's code:
docs/performance.md says which are compared. Points and scales are read from matching_policy.csv."""
import csv, datetime, json, math, random, sys, urllib.request

facts, reference, levels, count, api, token, orders, queries = sys.argv[1:]
levels, count = int(levels), int(count)
with open(facts, encoding="utf-8") as file:
    region = json.load(file)
with open(f"{reference}/matching_policy.csv", encoding="utf-8") as file:
    policy = {row["key"]: int(row["value"]) for row in csv.DictReader(line for line in file if not line.startswith("#"))}
dice = random.Random(7)
now, codes, counties = region["today"], region["occupations"], region["counties"]
epoch = datetime.date(1970, 1, 1)
closeness = [0] + [policy[f"occupation_{level}"] for level in (1, 2, 3, 4)]
cosines = [round(math.cos(math.radians(degree)) * 2**20) for degree in range(92)]


def day(number):
    return epoch + datetime.timedelta(number)


def common(a, b):
    """Levels that two occupations share."""
    shared = 0
    for one, other in zip(a.split("-"), b.split("-")):
        if one != other:
            break
        shared += 1
    return shared


def metres(a, b):
    """Between two counties, in whole metres, as docs/matching.md says."""
    def cosine(lat):
        whole, rest = divmod(abs(lat), 1_000_000)
        return cosines[whole] - (cosines[whole] - cosines[whole + 1]) * rest // 1_000_000
    middle = int((a["lat"] + b["lat"]) / 2)
    x = (abs(a["lon"] - b["lon"]) * cosine(middle) >> 20) * 11_119_493 // 1_000_000
    y = abs(a["lat"] - b["lat"]) * 11_119_493 // 1_000_000
    return math.isqrt(x * x + y * y) // 100


def rarity(holders):
    """16 + 16 · log2 of how many people there are for each holder, the logarithm cut to sixteenths."""
    ratio = ((region["people"] + 1) << 32) // (holders + 1)
    whole = ratio.bit_length() - 1 - 32
    rest, digits = ratio >> whole, 0
    for _ in range(4):
        rest = rest * rest >> 32
        digits *= 2
        if rest >> 33:
            rest >>= 1
            digits += 1
    return 16 + whole * 16 + digits


def years_before(date, years):
    try:
        return date.replace(year=date.year - years)
    except ValueError:
        return date.replace(year=date.year - years, day=28)


def draft():
    rank = min(len(codes) - 1, int(len(codes) ** dice.random()))
    occupation = region["popular"][rank]
    starts = now + dice.randint(1, 60)
    least = dice.randint(30, 70) * 10_000
    asked = {}
    for _ in range(dice.randint(1, 8)):
        asked[region["own"][occupation][min(59, int(60 * dice.random() ** 2))]] = dice.randint(0, 5)
    return {"occupation": occupation, "county": min(len(counties) - 1, int(len(counties) ** dice.random()) - 1), "starts": starts,
            "ends": starts + dice.randint(20, 200), "education": dice.choice([0, 1, 2, 3, 3, 4, 5]), "skills": dict(sorted(asked.items())),
            "certificate": dice.randrange(len(region["kinds"])) if dice.random() < 0.15 else None,
            "pay": (least, least + dice.randint(5, 30) * 10_000)}


def post(one):
    body = {"title": "测试用工", "occupation": codes[one["occupation"]], "place": counties[one["county"]]["code"], "headcount": 10, "kind": "recruit",
            "description": "排序比较用", "starts_on": str(day(one["starts"])), "ends_on": str(day(one["ends"])), "pay_unit": "month",
            "pay_min_fen": one["pay"][0], "pay_max_fen": one["pay"][1],
            "skills": [{"name": region["skills"][skill], "level": level} for skill, level in one["skills"].items()]}
    if one["education"]:
        body["education"] = region["ranks"][str(one["education"])]
    if one["certificate"] is not None:
        body["certificates"] = [region["kinds"][one["certificate"]]]
    request = urllib.request.Request(f"{api}/orders", json.dumps(body).encode(), {
        "Content-Type": "application/json", "Authorization": f"Bearer {token}", "Idempotency-Key": f"match-{dice.getrandbits(64)}"})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)["id"]


def array(numbers):
    return "'{" + ",".join(str(number) for number in numbers) + "}'"


def execute(one):
    own = codes[one["occupation"]]
    shares = [common(own, code) for code in codes]
    # Occupations that share so many levels stand side by side, since codes sort as the tree is walked.
    wanted = [number for number, share in enumerate(shares) if share >= levels]
    away = [metres(counties[one["county"]], county) for county in counties]
    worth = {skill: 60 * rarity(region["holders"][skill]) for skill in one["skills"]}
    skills = ", ".join(f"{skill}, {level}, {worth[skill] // (level + 1)}" for skill, level in one["skills"].items())
    return (f"EXECUTE top_{len(one['skills'])}({wanted[0]}, {wanted[-1]}, {array(closeness[shares[w]] for w in wanted)}, "
            f"{array(policy['experience'] if shares[w] >= policy['experience_levels_min'] else 0 for w in wanted)}, {array(away)}, "
            f"{array(number + 1 for number, far in enumerate(away) if far <= 200_000)}, {one['starts']}, {one['ends']}, {one['education']}, "
            f"{-1 if one['certificate'] is None else one['certificate']}, {one['pay'][0]}, {one['pay'][1]}, "
            f"{years_before(day(one['starts']), policy['working_age_years']).toordinal() - epoch.toordinal()}, {sum(worth.values())}, {skills});\n")


def prepare(many):
    """The statement for an order that asks so many skills. Nobody of this population goes farther than 200 km."""
    asked = [15 + 3 * i for i in range(many)]
    covered = " + ".join(
        f"${a + 2} * (LEAST(COALESCE(levels[array_position(skills, ${a})], -1), ${a + 1}) + 1)" for a in asked)
    far, old = policy["distance_zero_metres"], policy["freshness_zero_days"]
    return f"""PREPARE top_{many}(int, int, int[], int[], int[], int[], int, int, int, int, int, int, int, int{', int, int, int' * many}) AS
SELECT id, $3[occupation - $1 + 1] + {policy['skills']} * ({covered}) / $14
    + $4[occupation - $1 + 1] * months / {policy['experience_full_months']}
    + {policy['distance']} * ({far} - LEAST($5[county], {far})) / {far}
    + {policy['pay']} - CASE WHEN pay > $11 THEN {policy['pay']} * (pay - $11) / (2 * ($12 - $11)) ELSE 0 END
    + {policy['reliability'] // 2} + {policy['freshness']} * ({old} - LEAST(GREATEST({now} - confirmed, 0), {old})) / {old} AS score
FROM workers
WHERE occupation BETWEEN $1 AND $2 AND county = ANY($6) AND reach >= $5[county] AND free_from <= $7 AND education >= $9 AND pay <= $12
    AND born <= $13 AND ($10 < 0 OR (array_position(certificates, $10) IS NOT NULL
                                     AND certificate_ends[array_position(certificates, $10)] >= $8))
ORDER BY score DESC, id LIMIT 50;
"""


drafts = [draft() for _ in range(count)]
with open(orders, "w", encoding="utf-8") as out:
    out.writelines(post(one) + "\n" for one in drafts)
with open(queries, "w", encoding="utf-8") as out:
    out.writelines(prepare(many) for many in range(1, 9))
    for number, one in enumerate(drafts):
        out.write(f"\\echo question {number}\n" + execute(one))
