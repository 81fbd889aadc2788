#!/usr/bin/env python3
"""Runs the examples of a README and compares what is printed with what the page says.

    examples.py PROGRAM README.md…           exit code 1 and the difference where they are not the same
    examples.py --renew PROGRAM README.md…   writes what is printed into the page

An example is a block ```console. In it `$ cat NAME` is followed by the text of a file, `$ jianghui …` by what that
prints (exit code 0). Each block has an empty folder of its own. JSON is compared as values, everything else as text.
"""
import difflib
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile

BLOCK = re.compile(r"(^```console\n)(.*?)(^```$)", re.M | re.S)


def steps_of(block):
    """Commands, each with the lines below it."""
    steps = []
    for line in block.splitlines():
        if line.startswith("$ "):
            steps.append((line[2:], []))
        else:
            steps[-1][1].append(line)
    return steps


def printed_by(program, command, folder):
    words = shlex.split(command)
    if words[0] != "jianghui":
        sys.exit(f"an example runs {words[0]}")
    done = subprocess.run([program, *words[1:]], cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"$ {command}\nexit code {done.returncode}: {done.stderr}")
    return done.stdout.rstrip("\n")


def same(printed, wanted):
    if wanted.startswith("{"):
        return json.loads(printed) == json.loads(wanted)
    return printed == wanted


def play(program, block):
    """The block as it should be, and whether it is."""
    lines, right = [], True
    with tempfile.TemporaryDirectory() as folder:
        for command, below in steps_of(block):
            text = "\n".join(below)
            if command.startswith("cat "):
                with open(os.path.join(folder, command[4:]), "w", encoding="utf-8") as file:
                    file.write(text + "\n")
            else:
                printed = printed_by(program, command, folder)
                if not same(printed, text):
                    right = False
                    print("\n".join(difflib.unified_diff(below, printed.splitlines(), "page", command, lineterm="")))
                    text = printed
            lines += ["$ " + command, text]
    return "\n".join(lines) + "\n", right


def main():
    words = sys.argv[1:]
    renew = words[0] == "--renew"
    program, *pages = words[1:] if renew else words
    program = os.path.abspath(program)
    wrong = 0
    for name in pages:
        with open(name, encoding="utf-8") as file:
            page = file.read()
        blocks = BLOCK.findall(page)
        if not blocks:
            sys.exit(f"{name} has no example")
        for _, block, _ in blocks:
            renewed, right = play(program, block)
            wrong += not right
            page = page.replace(block, renewed)
        if renew:
            with open(name, "w", encoding="utf-8") as file:
                file.write(page)
    sys.exit(1 if wrong and not renew else 0)


main()
