"""What a user would write in an afternoon, as a peer: a program beside the project, timed where it is at hand."""

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

NAIVE = Path(__file__).resolve().parents[3] / "shared" / "bench" / "baseline_naive.py"
_TIMED = """import resource, runpy, sys
path, sys.argv = sys.argv[1], ["naive", *sys.argv[2:]]
runpy.run_path(path, run_name="__main__")
used = resource.getrusage(resource.RUSAGE_SELF)
sys.stderr.write(f"\\nCPU {used.ru_utime + used.ru_stime}")
"""


def naive_seconds(options: Sequence[str], texts: Sequence[str]) -> float:
    """Give the processor seconds of the program over texts, its start included."""
    given = "\n".join(json.dumps({"id": n, "text": text}) for n, text in enumerate(texts))
    done = subprocess.run(
        [sys.executable, "-c", _TIMED, str(NAIVE), *options],
        input=given,
        capture_output=True,
        text=True,
        check=True,
    )
    return float(done.stderr.rpartition("CPU ")[2])
