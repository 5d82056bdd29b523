"""`manage.py serve` under measurement: `serve_ours.py PORT`.

On SIGUSR1 it gives memory that it does not use back to the system: what is left over from its start would be used
again, and hide how much sessions add.
"""

import ctypes
import gc
import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from commands.serve import serve


def _give_back(_number: int, _frame: object) -> None:
    gc.collect()
    ctypes.CDLL(None).malloc_trim(0)


if __name__ == "__main__":
    signal.signal(signal.SIGUSR1, _give_back)
    serve(port=int(sys.argv[1]))
