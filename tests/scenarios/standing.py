"""What 065-standing.sh does with its two servers: standing.py PORT PORT FOLDER LOAD DATABASE ROUNDS. Standard library only."""
import http.client
import json
import pathlib
import subprocess
import sys
import threading
import time

ONE, TWO, FOLDER, LOAD, DATABASE, ROUNDS = sys.argv[1:]
PORTS = {"one": int(ONE), "two": int(TWO)}
MARKET = json.loads((pathlib.Path(FOLDER) / "market").read_text())
OFFICIAL, AGENCY = MARKET["official"], MARKET["agencies"][0]
PASSWORD = "three rivers 3"  # of everybody whom jianghui_load has made
keys = 0


def expect(what, got, wanted):
    if got != wanted:
        sys.exit(f"standing: {what}: got {got!r}, wanted {wanted!r}")


def ask(server, method, path, token, body=None):
    """Status and document of one request, on a connection of its own; nobody's with the token ""."""
    global keys
    keys += 1
    connection = http.client.HTTPConnection("127.0.0.1", PORTS[server], timeout=60)
    headers = {"content-type": "application/json", "idempotency-key": f"standing-{keys}"}
    if token:
        headers["authorization"] = "Bearer " + token
    connection.request(method, "/api/v1" + path, None if body is None else json.dumps(body), headers)
    reply = connection.getresponse()
    document = json.loads(reply.read() or b"null")
    connection.close()
    return reply.status, document


def done(server, method, path, who=OFFICIAL, body=None, wanted=(200, 201)):
    """What a request that must succeed answers; a reason is given where none is said."""
    if body is None and method == "POST":
        body = {} if path.endswith("/approve") else {"reason_code": "serious_breach"}
    status, document = ask(server, method, path, who, body)
    if status not in wanted:
        sys.exit(f"standing: {method} {path}: {status} {document}")
    return document


def second_official():
    """A session of a colleague, who decides what the first official proposes."""
    first = json.loads((pathlib.Path(FOLDER) / "first").read_text())
    names = {each["role"]: each["account"] for each in first["administrators"]}

    def sign_in(account):
        return done("one", "POST", "/sessions", "", {"account": account, "password": PASSWORD})["token"]

    made = done("one", "POST", "/accounts", sign_in(names["security_administrator"]),
                {"account": "colleague", "name": "王官", "role": "official", "place": "510000"})
    code = done("one", "POST", f"/accounts/{made['id']}/password-reset", sign_in(names["system_administrator"]), {})["code"]
    done("one", "POST", "/password-resets", "", {"account": "colleague", "code": code, "password": PASSWORD}, (200, 201, 204))
    return sign_in("colleague")


def grab(server, order):
    status, document = ask(server, "POST", f"/orders/{order}/shares", AGENCY, {"seats": 1})
    return 201 if status == 201 else document["code"]


def sql(question):
    said = subprocess.run(["psql", "-Atq", DATABASE, "-c", question], check=True, capture_output=True, text=True)
    return [line.split("|") for line in said.stdout.splitlines()]


def newest():
    return int(sql("SELECT MAX(position) FROM events")[0][0])


class Stream(threading.Thread):
    """The agency's events from one server, as they come: (position, kind, subject, when)."""

    def __init__(self, server):
        super().__init__(daemon=True)
        self.events, self.came = [], threading.Condition()
        self.connection = http.client.HTTPConnection("127.0.0.1", PORTS[server], timeout=600)
        self.connection.request("GET", "/api/v1/events", None,
                                {"authorization": "Bearer " + AGENCY, "accept": "text/event-stream"})
        self.reply = self.connection.getresponse()
        expect("the stream opens", self.reply.status, 200)
        self.start()

    def run(self):
        kind = position = None
        for line in self.reply:
            name, _, value = line.decode().rstrip("\n").partition(": ")
            if name == "event":
                kind = value
            elif name == "id":
                position = int(value)
            elif name == "data":
                with self.came:
                    self.events.append((position, kind, json.loads(value), time.monotonic()))
                    self.came.notify_all()

    def of_each(self, kind, after, count, patience=60):
        """The first `count` events of that kind behind a position."""
        until = time.monotonic() + patience
        with self.came:
            while True:
                found = [each for each in self.events if each[1] == kind and each[0] > after]
                if len(found) >= count:
                    return found
                if not self.came.wait(until - time.monotonic()):
                    sys.exit(f"standing: {len(found)} of {count} {kind} behind {after} on the stream: {[e[:2] for e in self.events]}")


def living_shares():
    """Of the agency that grabbed last."""
    return sorted(int(share) for (share,) in sql(
        "SELECT id FROM shares WHERE status IN ('held', 'staffing', 'delivering') AND agency = "
        "(SELECT organisation FROM events WHERE kind = 'share.grabbed' ORDER BY position DESC LIMIT 1)"))


def kinds_behind(position):
    """What happened behind a position, in order, but that grabs were refused: that is noted when there is time."""
    return [kind for (kind,) in sql(f"SELECT kind FROM events WHERE position > {position} AND kind <> 'share.refused' ORDER BY position")]


def told(kind, after):
    """What the journal says behind a position to the parties of shares: (share, cause, refusal), by share."""
    return sorted((int(subject), json.loads(data)["cause"], json.loads(data)["refusal"]) for subject, data in
                  sql(f"SELECT subject, data FROM events WHERE position > {after} AND kind = '{kind}'"))


def tells_each_share_once(what, kind, after, shares, streams, cause, refusal):
    """Every living share is told once, of the change that did it and the rule that refuses now, on either server's stream alike."""
    shown = [stream.of_each(kind, after, len(shares)) for stream in streams]
    said = told(kind, after)
    expect(f"{what}: {kind}: whose shares are told", [share for share, _, _ in said], shares)
    expect(f"{what}: {kind}: because of", {why for _, why, _ in said} <= set(cause), True)
    expect(f"{what}: {kind}: the rule", {rule for _, _, rule in said}, {refusal})
    for events in shown:
        expect(f"{what}: {kind}: on the stream", [each[0] for each in events], [each[0] for each in shown[0]])
    return shown[-1]


def standing_changes(agency_id, credential, orders, streams):
    """Each way in which a licence or a list shuts the agency out: through `one`, judged at `two`, and back."""
    agency, colleague = f"/organisations/{agency_id}", second_official()
    order = orders[0]
    for each in orders:  # What it holds everywhere is told of.
        expect("a grab of every order", grab("one", each), 201)
    ways = {  # how it is shut out, how let in again, what a grab is then refused with
        "the licence": (("POST", f"/credentials/{credential}/suspend"), ("POST", f"/credentials/{credential}/restore"),
                        "licence_expired"),
        "the agency": (("POST", f"{agency}/suspend"), ("POST", f"{agency}/restore"), "organisation_unverified"),
        "the list": (("POST", f"{agency}/exclusion"), ("DELETE", f"{agency}/exclusion"), "organisation_excluded"),
    }
    times = []
    for number in range(int(ROUNDS)):
        for what, (shut, let_in, code) in ways.items():
            expect(f"{what}: a grab before", grab("two", order), 201)
            changed = newest()
            who = OFFICIAL
            if what == "the list":  # proposed by one, which does nothing yet; what counts is the colleague's decision
                done("one", *shut)
                expect("a grab after a mere proposal", grab("two", order), 201)
                shut, who = ("POST", shut[1] + "/approve"), colleague
            before = newest()
            began = time.monotonic()
            done("one", *shut, who)
            # At once: the answer to the suspension has come, the next request goes to the other server.
            expect(f"{what}: a grab through the other server", grab("two", order), code)
            status, gate = ask("two", "GET", f"/orders/{order}/gate", AGENCY)
            expect(f"{what}: the gate there", (status, gate["allowed"], code in [each["code"] for each in gate["refusals"]]),
                   (200, False, True))
            shares = living_shares()
            streams[-1].of_each("share.agency_barred", before, len(shares))
            # In the journal nothing lies between the change and the last word of it but such words.
            kinds = kinds_behind(before)
            first = kinds.index("share.agency_barred")
            expect(f"{what}: the change comes first", {kind.split(".")[0] for kind in kinds[:first]} <= {"entry", "organisation"}, True)
            expect(f"{what}: in the journal", set(kinds[first:]), {"share.agency_barred"})
            events = tells_each_share_once(what, "share.agency_barred", before, shares, streams, kinds[:first], code)
            times.append(1000 * (events[0][3] - began))
            back = newest()
            if what == "the list":  # lifting takes two as well: until the colleague agrees, the gate stays shut
                done("two", *let_in)
                expect("a grab after a mere proposal to lift", grab("one", order), code)
                done("two", "POST", f"{agency}/exclusion/approve", colleague)
            else:
                done("two", *let_in)
            # The parties are told of what was barred, and of nothing twice; a share that is grabbed after it was never barred.
            tells_each_share_once(what, "share.agency_cleared", back, shares, streams,
                                  kinds_behind(back), "")
            expect(f"{what}: a grab through the first server", grab("one", order), 201)
            expect(f"{what}: barred once in all", [share for share, _, _ in told("share.agency_barred", changed)], shares)
    times.sort()
    return f"told after {times[len(times) // 2]:.0f} ms (median; {times[0]:.0f} to {times[-1]:.0f})"


def flood(agency_id, credential, orders):
    """While both servers are flooded with its grabs, and one with another agency's, the licence is suspended: none of its grabs is behind
    that in the journal, the other's go on, and in the end each share that it holds was told once."""

    def grabs(name, agency, port):
        market = pathlib.Path(FOLDER) / f"market-{name}"
        market.write_text(json.dumps(dict(MARKET, agencies=[agency], orders=orders)))
        return subprocess.Popen([LOAD, "grabs", "--port", str(port), "--market", str(market), "--connections", "8",
                                 "--seconds", "2", "--pick", "spread", "--key-prefix", f"flood-{name}",
                                 "--log", f"{FOLDER}/flood-{name}"], stdout=subprocess.DEVNULL)

    before = newest()
    floods = [grabs(name, AGENCY, port) for name, port in PORTS.items()] + [grabs("other", MARKET["agencies"][1], PORTS["two"])]
    granted = ("kind = 'share.grabbed' AND organisation = (SELECT organisation FROM events "
               "WHERE kind = 'entry.suspended' ORDER BY position DESC LIMIT 1)")
    while not sql(f"SELECT 1 FROM events WHERE position > {before} AND {granted} LIMIT 1 OFFSET 20"):
        time.sleep(0.02)
    done("one", "POST", f"/credentials/{credential}/suspend")
    for each in floods:
        expect("the load client", each.wait(), 0)
    suspended = int(sql("SELECT MAX(position) FROM events WHERE kind = 'entry.suspended'")[0][0])
    (behind,), = sql(f"SELECT COUNT(*) FROM events WHERE position > {suspended} AND {granted}")
    (ahead,), = sql(f"SELECT COUNT(*) FROM events WHERE position > {before} AND position < {suspended} AND {granted}")
    expect("grabs behind the suspension in the journal", behind, "0")
    (others,), = sql(f"SELECT COUNT(*) FROM events WHERE position > {suspended} AND kind = 'share.grabbed'")
    expect("the other agency is served on", int(others) > 0, True)
    held = sorted(int(share) for (share,) in sql(
        "SELECT id FROM shares WHERE status IN ('held', 'staffing', 'delivering') AND agency = "
        f"(SELECT organisation FROM events WHERE position = {suspended})"))
    for _ in range(600):
        said = told("share.agency_barred", suspended)
        if len(said) >= len(held):
            break
        time.sleep(0.1)
    expect("every share is told once after a flood", [share for share, _, _ in said], held)
    expect("of the rule that refuses", {rule for _, _, rule in said}, {"licence_expired"})
    for name in PORTS:
        attempts = [json.loads(line) for line in open(f"{FOLDER}/flood-{name}", encoding="utf-8")]
        refused = sum(each["code"] == "licence_expired" for each in attempts)
        expect(f"refusals by {name} while it was flooded", refused > 0, True)
        first = next(i for i, each in enumerate(attempts) if each["code"] == "licence_expired")
        # Eight requests were under way: they may be answered in another order than they were decided.
        late = sum(each["status"] == 201 for each in attempts[first + 8:])
        expect(f"grants by {name} after its first refusal", late, 0)
    done("two", "POST", f"/credentials/{credential}/restore")
    expect("a grab after all", grab("two", orders[0]), 201)
    return f"{ahead} grabs before the suspension and none behind it, {others} of another agency, {len(held)} shares told once each"


def main():
    status, me = ask("two", "GET", "/me", AGENCY)
    expect("who I am", status, 200)
    agency_id = me["organisation"]["id"]
    _, shown = ask("one", "GET", f"/organisations/{agency_id}", OFFICIAL)
    licence = next(each["id"] for each in shown["credentials"] if each["kind"] == "licence")
    streams = [Stream("one"), Stream("two")]
    said = standing_changes(agency_id, licence, MARKET["orders"], streams)
    print(f"standing: {ROUNDS} changes of licence, agency and list each through one server, refused at once by the other, {said}; "
          f"flooded: {flood(agency_id, licence, MARKET['orders'][1:])}")


main()
