"""What docs/coverage.md and docs/rules_of_work.md name is there: pages, files, tests, stories, scenarios, rules. Standard library only.
coverage.py FOLDER: the folder of the repository. Fails with a line for each name that nothing has."""
import glob
import json
import os
import re
import subprocess
import sys

os.chdir(sys.argv[1])
missing = []


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def expand(text):
    """a{b,c}d is abd and acd."""
    found = re.search(r"\{([^{}]*)\}", text)
    if not found:
        return [text]
    return [one for part in found[1].split(",") for one in expand(text[:found.start()] + part + text[found.end():])]


def routes():
    """Every page of the web app, as its address with ':' for what changes."""
    found = set()
    for path in glob.glob("features/*/ui/index.ts"):
        text = read(path)
        shells = [(match.start(), match[1]) for match in re.finditer(r"^    (hall|desk|pocket): \{", text, re.M)]
        for place, _ in shells:
            for match in re.finditer(r"path: '([^']*)'", text):
                shell = [name for start, name in shells if start < match.start()]
                if shell:
                    prefix = "" if shell[-1] == "hall" else "/" + shell[-1]
                    found.add(prefix + (match[1] if match[1] != "/" or not prefix else "/"))
    for shell in ("desk", "pocket"):
        found.add(f"/{shell}/")
    return {re.sub(r":\w+[^/]*", ":", each) for each in found}


def sources(*patterns):
    return "\n".join(read(path) for pattern in patterns for path in sorted(glob.glob(pattern, recursive=True)))


ROUTES = routes()
CODE = sources("engine/**/*.[ch]pp", "features/**/*.[ch]pp", "tests/**/*.[ch]pp", "features/**/*.sql", "engine/**/*.sql")
TESTS = {f"{suite}.{name}" for suite, name in re.findall(r"(?:TEST|TEST_F|TEST_P|TYPED_TEST|RC_GTEST_PROP|RC_GTEST_FIXTURE_PROP)\(\s*(\w+),\s*(\w+)", CODE)}
DATA = sources("data/*.csv", "procedures/*.toml", "registers/*.toml", "data/word_lists/*")
COMMANDS = read("docs/reference/commands.md") if os.path.exists("docs/reference/commands.md") else ""


def is_page(address):
    wanted = address.replace("…", ":")
    return any(each == wanted or each.rstrip("/") == wanted.rstrip("/") for each in ROUTES)


def is_test(name):
    """Suite.Name; with '…' or '*' any end; a suite or a name alone."""
    pattern = re.escape(name).replace("…", r"\w*").replace(r"\*", r"\w*").replace(r"\{", "(").replace(r"\}", ")").replace(",", "|")
    whole = pattern if r"\." in pattern else rf"(?:{pattern}\.\w+|\w+\.{pattern})"
    return any(re.fullmatch(whole, each) for each in TESTS)


def look_for(page, name, before):
    """What a word in code type names, if it names anything that can be looked for."""
    for one in expand(name):
        if one.startswith("/"):
            ok = all(is_page(address) for address in expand(one))
        elif re.fullmatch(r"[a-z_]+", one) and re.search(r"\bstor(?:y|ies) (?:`?[a-z_]+`?(?: \([^)]*\))?,? ?(?:and )?)*$", before):
            ok = os.path.exists(f"tests/browser/{one}.mjs")
        elif re.fullmatch(r"[a-z_]+_test", one):
            ok = bool(glob.glob(f"**/{one}.cpp", recursive=True))
        elif "/" in one and re.fullmatch(r"[\w./*{}-]+", one):
            ok = bool(glob.glob(one.rstrip("/"), recursive=True)) or bool(glob.glob(one + ".cpp"))
        elif one.startswith("jianghui ") and COMMANDS:
            ok = one.split()[1] in COMMANDS
        elif page.endswith("rules_of_work.md") and re.fullmatch(r"[A-Z]\w*(?:\.[A-Za-z*…]\w*\*?…?)?…?", one):
            ok = is_test(one) or re.search(rf"\b{re.escape(one)}\b", CODE) is not None
        elif page.endswith("rules_of_work.md") and re.fullmatch(r"[a-z_*]+", one):
            ok = re.search(rf"\b{one.replace('*', '[a-z_]*')}\b", CODE + DATA) is not None
        else:
            continue
        if not ok:
            missing.append(f"{page}: {name}" + (f" ({one})" if one != name else ""))


looked_at = 0
for page in ("docs/coverage.md", "docs/rules_of_work.md"):
    text = read(page)
    for match in re.finditer(r"`([^`\n]+)`", text):
        looked_at += 1
        look_for(page, match[1], text[max(0, match.start() - 80):match.start()])
    for match in re.finditer(r"scenarios? ((?:\d{3}(?:, | and |\s\([^)]*\), )?)+)", text):
        for number in re.findall(r"\d{3}", match[1]):
            if not glob.glob(f"tests/scenarios/{number}-*"):
                missing.append(f"{page}: scenario {number}")
    for target in re.findall(r"\]\(([^)#]+)\)", text):
        if not target.startswith("http") and not os.path.exists(os.path.join("docs", target)):
            missing.append(f"{page}: {target}")
rows = re.findall(r"^\| (M\d+) \|", read("docs/coverage.md"), re.M)
if rows != [f"M{number}" for number in range(1, 34)]:
    missing.append(f"docs/coverage.md: rows {rows}")
# The commands of the program, where it is at hand.
if os.environ.get("JIANGHUI"):
    said = subprocess.run([os.environ["JIANGHUI"], "--help"], check=True, capture_output=True, text=True).stdout
    there = set(re.findall(r"^  ([a-z-]+)  ", said.split("Subcommands:")[1], re.M))
    named = set(re.search(r"^\| command line \| `([^`]+)`", read("docs/coverage.md"), re.M)[1].split())
    missing += [f"docs/coverage.md: command {name}" for name in sorted(there ^ named)]
for line in missing:
    print("coverage:", line, file=sys.stderr)
print(f"coverage: {looked_at} names looked at, {len(ROUTES)} pages, {len(TESTS)} tests known")
sys.exit(1 if missing or looked_at < 150 else 0)
