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

    def first(self, kind, after, patience=60):
        """The first event of that kind behind a position."""
        until = time.monotonic() + patience
        with self.came:
            while True:
                found = [each for each in self.events if each[1] == kind and each[0] > after]
                if found:
                    return found[0]
                if not self.came.wait(until - time.monotonic()):
                    sys.exit(f"standing: no {kind} behind {after} on the stream: {[e[:2] for e in self.events]}")


def standing_changes(agency_id, credential, order, stream):
    """Each way in which a licence or a list shuts the agency out: through `one`, judged at `two`, and back."""
    agency, colleague = f"/organisations/{agency_id}", second_official()
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
            position, _, event, came = stream.first("share.agency_barred", before)
            times.append(1000 * (came - began))
            # In the journal nothing lies between the change and the first word of it but more such words.
            rows = sql(f"SELECT position, kind FROM events WHERE position > {before} AND position <= {position} ORDER BY position")
            kinds = [kind for _, kind in rows]
            told = kinds.index("share.agency_barred")
            expect(f"{what}: the change comes first", kinds[0].startswith(("entry.", "organisation.")), True)
            expect(f"{what}: in the journal", set(kinds[told:]), {"share.agency_barred"})
            expect(f"{what}: nothing between them", {kind.split(".")[0] for kind in kinds[:told]} <= {"entry", "organisation"}, True)
            if what == "the list":  # lifting takes two as well: until the colleague agrees, the gate stays shut
                done("two", *let_in)
                expect("a grab after a mere proposal to lift", grab("one", order), code)
                done("two", "POST", f"{agency}/exclusion/approve", colleague)
            else:
                done("two", *let_in)
            expect(f"{what}: a grab through the first server", grab("one", order), 201)
            stream.first("share.agency_cleared", position)
    times.sort()
    return f"told after {times[len(times) // 2]:.0f} ms (median; {times[0]:.0f} to {times[-1]:.0f})"


def flood(agency_id, credential, orders):
    """While both servers are flooded with its grabs the licence is suspended: none is behind that in the journal."""
    market = pathlib.Path(FOLDER) / "one-agency"
    market.write_text(json.dumps(dict(MARKET, agencies=[AGENCY], orders=orders)))
    before = newest()
    floods = [subprocess.Popen([LOAD, "grabs", "--port", str(port), "--market", str(market), "--connections", "8",
                                "--seconds", "2", "--pick", "spread", "--key-prefix", f"flood-{name}",
                                "--log", f"{FOLDER}/flood-{name}"], stdout=subprocess.DEVNULL)
              for name, port in PORTS.items()]
    granted = ("kind = 'share.grabbed' AND organisation = (SELECT organisation FROM events "
               "WHERE kind = 'entry.suspended' ORDER BY position DESC LIMIT 1)")
    while not sql(f"SELECT 1 FROM events WHERE position > {before} AND kind = 'share.grabbed' LIMIT 1 OFFSET 20"):
        time.sleep(0.02)
    done("one", "POST", f"/credentials/{credential}/suspend")
    for each in floods:
        expect("the load client", each.wait(), 0)
    suspended = int(sql("SELECT MAX(position) FROM events WHERE kind = 'entry.suspended'")[0][0])
    (behind,), = sql(f"SELECT COUNT(*) FROM events WHERE position > {suspended} AND {granted}")
    (ahead,), = sql(f"SELECT COUNT(*) FROM events WHERE position > {before} AND position < {suspended} AND {granted}")
    expect("grabs behind the suspension in the journal", behind, "0")
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
    return f"{ahead} grabs before the suspension and none behind it"


def main():
    status, me = ask("two", "GET", "/me", AGENCY)
    expect("who I am", status, 200)
    agency_id = me["organisation"]["id"]
    _, shown = ask("one", "GET", f"/organisations/{agency_id}", OFFICIAL)
    licence = next(each["id"] for each in shown["credentials"] if each["kind"] == "licence")
    stream = Stream("two")
    said = standing_changes(agency_id, licence, MARKET["orders"][0], stream)
    print(f"standing: {ROUNDS} changes of licence, agency and list each through one server, refused at once by the other, {said}; "
          f"flooded: {flood(agency_id, licence, MARKET['orders'][1:])}")


main()
