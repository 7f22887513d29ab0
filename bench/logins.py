"""CPU of one login against one Argon2 run, and what others notice while 20 people log in.

    python -m bench.logins

The running program is asked over HTTP. The yardstick of a login is the hash alone, run beside
it with the settings that the program uses. The yardsticks of the others' wait are the same
question while nobody logs in, and again the hash: whoever had to wait for a login would wait
for one run of it at least. Rounds alternate, so a busy machine disturbs both alike.
"""

import http.client
import json
import secrets
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import psutil

from bench.harness import PASSWORD, cpu_s, free_port, running, serve_command, spread
from vitascope.core.access.passwords import hash_password, verify_password

ROUNDS, LOGINS, QUESTIONS, CROWD = 8, 12, 60, 20
BAR_LOGIN, BAR_WAIT = 1.5, 0.5
QUESTION, TOKENS = "/api/v1/config", "/api/v1/users/token"
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
# What is measured is a login, not how soon the next one is turned away.
ENVIRON = {"VITASCOPE_ADMIN_PASSWORD": PASSWORD, "VITASCOPE_RATE_LIMITS": "false"}


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        port = free_port()
        command = serve_command(Path(folder), port)
        with running(command, port, path=QUESTION, environ=ENVIRON) as server:
            body = login_body(port)
            run_ms = compare_cpu(server, port, body)
            compare_waits(port, body, run_ms)


def login_body(port: int) -> str:
    """The form that logs the administrator in."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", "/api/v1/oauth-clients/local")
    client = json.load(connection.getresponse())
    connection.close()
    who = {"username": "root", "password": PASSWORD, "grant_type": "password"}
    return urlencode({**client, **who})


def compare_cpu(server: psutil.Process, port: int, body: str) -> float:
    """Show what a login costs, and return what one run of the hash does, in CPU-ms."""
    known = hash_password(secrets.token_hex())
    connection = http.client.HTTPConnection("127.0.0.1", port)
    # Not measured: the first one imports and compiles.
    log_in(connection, body)
    logins, runs = [], []
    for _ in range(ROUNDS):
        runs.append(1000 * run_cpu_s(known))
        before_s = cpu_s(server)
        for _ in range(LOGINS):
            log_in(connection, body)
        logins.append(1000 * (cpu_s(server) - before_s) / LOGINS)
    connection.close()
    print(f"one Argon2 run  {spread(runs, 'CPU-ms')}")
    print(f"one login       {spread(logins, 'CPU-ms')}")
    run_ms = statistics.median(runs)
    ratio = statistics.median(logins) / run_ms
    print(f"login: {ratio:.2f} x one Argon2 run (bar: {BAR_LOGIN:.1f} x)")
    return run_ms


def run_cpu_s(known: str) -> float:
    """Processor time of comparing one wrong password, the mean of several."""
    before_s = time.thread_time()
    for _ in range(LOGINS):
        verify_password(known, "wrong")
    return (time.thread_time() - before_s) / LOGINS


def compare_waits(port: int, body: str, run_ms: float) -> None:
    alone, crowded, logins = [], [], 0
    for _ in range(ROUNDS):
        alone.append(wait_ms(port))
        with crowd(port, body) as done:
            crowded.append(wait_ms(port))
            logins += len(done)
    if logins == 0:
        raise SystemExit("nobody logged in while the others were asked")
    print(f"answer, alone   {spread(alone, 'ms')}")
    print(f"answer, crowded {spread(crowded, 'ms')}   ({logins} logins meanwhile)")
    wait = statistics.median(crowded)
    print(
        f"others while {CROWD} log in: {wait / statistics.median(alone):.1f} x the wait alone,"
    )
    print(f"  {wait / run_ms:.2f} x one Argon2 run (bar: {BAR_WAIT:.1f} x)")


def wait_ms(port: int) -> float:
    """The median wait for an answer that has nothing to do with logging in."""
    connection = http.client.HTTPConnection("127.0.0.1", port)
    waits = []
    for _ in range(QUESTIONS):
        began = time.perf_counter()
        connection.request("GET", QUESTION)
        answer = connection.getresponse()
        answer.read()
        waits.append(time.perf_counter() - began)
        if answer.status != 200:
            raise SystemExit(f"{QUESTION} was answered with {answer.status}")
    connection.close()
    return 1000 * statistics.median(waits)


@contextmanager
def crowd(port: int, body: str) -> Iterator[list[None]]:
    """So many logins on their way, all the time, for as long as the block; the list grows
    with every one that is answered.
    """
    done: list[None] = []
    stop = threading.Event()

    def keep_logging_in() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        while not stop.is_set():
            log_in(connection, body)
            done.append(None)
        connection.close()

    with ThreadPoolExecutor(CROWD) as people:
        waiting = [people.submit(keep_logging_in) for _ in range(CROWD)]
        try:
            while not done:
                time.sleep(0.01)
            yield done
        finally:
            stop.set()
    for one in waiting:
        one.result()


def log_in(connection: http.client.HTTPConnection, body: str) -> None:
    connection.request("POST", TOKENS, body=body, headers=FORM)
    answer = connection.getresponse()
    said = answer.read()
    if answer.status != 200:
        raise SystemExit(f"a login was answered with {answer.status}: {said.decode()}")


if __name__ == "__main__":
    main()
