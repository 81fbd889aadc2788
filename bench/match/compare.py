#!/usr/bin/env python3
"""Both sides' answers and times: compare.py ANSWERS.jsonl POSTGRES.out [POSTGRES.out …]

ANSWERS.jsonl: what the API said, a line for each order; its times on standard input, "<number> <milliseconds>". POSTGRES.out: what psql
said with \\timing, each a way of preparing; the quickest at the 95th of a hundred counts. Fails when a list differs in anybody or in any score."""
import json, re, sys

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def spread(times):
    """The 50th, 95th and 99th of a hundred of the middle times of each question."""
    middle = sorted(sorted(each)[len(each) // 2] for each in times.values())
    return [middle[min(len(middle) - 1, int(len(middle) * share))] for share in (0.5, 0.95, 0.99)]


def number_of(text):
    number = 0
    for letter in text.upper():
        number = number * 32 + ALPHABET.index(letter)
    return number


def postgres(name):
    answers, times, at = {}, {}, None
    for line in open(name, encoding="utf-8"):
        if match := re.match(r"question (\d+)", line):
            at = int(match[1])
            answers[at] = []
        elif match := re.match(r"(\d+)\|(\d+)$", line):
            answers[at].append((int(match[1]), int(match[2])))
        elif (match := re.match(r"Time: ([0-9.]+) ms", line)) and at is not None:
            times.setdefault(at, []).append(float(match[1]))
            at = None
    return answers, spread(times)


ways = {name: postgres(name) for name in sys.argv[2:]}
ours, times = {}, {}
with open(sys.argv[1], encoding="utf-8") as file:
    for number, line in enumerate(file):
        ours[number] = [(number_of(item["person"]["id"]), item["score"]) for item in json.loads(line)["items"]]
for line in sys.stdin:
    number, time = line.split()
    times.setdefault(int(number), []).append(float(time))
own = spread(times)
different = [(name, number) for name, (answers, _) in ways.items() for number in ours if answers[number] != ours[number]]
print(f"answers: {len(ours)} lists, {sum(map(len, ours.values()))} people, {len(different)} differ")
for name, number in different[:3]:
    theirs = ways[name][0][number]
    print(f"  question {number}: ours {[pair for pair in ours[number] if pair not in theirs][:3]}, {name} {[pair for pair in theirs if pair not in ours[number]][:3]}")
for name, (_, each) in ways.items():
    print(f"  {name.rsplit('/')[-1]:24} p50 {each[0]:9.3f}  p95 {each[1]:9.3f}  p99 {each[2]:9.3f} ms")
print(f"  {'Jianghui, HTTP':24} p50 {own[0]:9.3f}  p95 {own[1]:9.3f}  p99 {own[2]:9.3f} ms")
best = min(each[1] for _, each in ways.values())
print(f"M4 p95 through HTTP / best PostgreSQL p95: {own[1] / best:.4f} (1/{best / own[1]:.1f}; bar 1/20, aim 1/80)")
sys.exit(1 if different else 0)
