#!/usr/bin/env python3
"""Opens many live event streams and keeps them: bench/streams.py PORT COUNT SECONDS [MARKET]

With a MARKET (the client's file) the streams are signed in, its agencies in turn. Prints how many are open, then,
when the seconds are over, how many events each has been told of on average. Standard library only.
"""
import asyncio
import json
import sys


async def follow(port, token, heard):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    signed_in = f"authorization: Bearer {token}\r\n" if token else ""
    writer.write(("GET /api/v1/events HTTP/1.1\r\nhost: localhost\r\naccept: text/event-stream\r\n"
                  + signed_in + "\r\n").encode())
    status = await reader.readline()
    if b" 200 " not in status:
        raise SystemExit("refused: " + status.decode())
    heard["open"] += 1
    while line := await reader.readline():
        heard["events"] += line.startswith(b"event:")


async def main(port, count, seconds, tokens):
    heard = {"open": 0, "events": 0}
    tasks = []
    for number in range(count):
        tasks.append(asyncio.create_task(follow(port, tokens[number % len(tokens)], heard)))
        if number % 100 == 99:
            await asyncio.sleep(0.01)  # Not more at once than the listener's backlog.
    while heard["open"] < count:
        await asyncio.sleep(0.1)
    print(f"open {count}", flush=True)
    await asyncio.sleep(seconds)
    print(f"events per stream {heard['events'] / count:.1f}", flush=True)
    for task in tasks:
        task.cancel()


def agencies_of(market):
    with open(market, encoding="utf-8") as file:
        return json.load(file)["agencies"]


asyncio.run(main(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]),
                 agencies_of(sys.argv[4]) if len(sys.argv) > 4 else [""]))
