"""Run every benchmark, or those that are named: python -m bench start playable"""

import subprocess
import sys

PROGRAMS = (
    "start",
    "playable",
    "ladder",
    "lists",
    "segments",
    "sealed",
    "logins",
    "uploads",
    "stats",
    "webhooks",
)


def main() -> None:
    """Run them one after another; the end says which could not measure."""
    failed = [name for name in sys.argv[1:] or PROGRAMS if not ran(name)]
    if failed:
        sys.exit(f"failed: {', '.join(failed)}")


def ran(name: str) -> bool:
    print(f"== {name}", flush=True)
    # Each in a process of its own: what one leaves in memory would cost the next one time.
    command = [sys.executable, "-m", f"bench.{name}"]
    return subprocess.run(command, check=False).returncode == 0


if __name__ == "__main__":
    main()
