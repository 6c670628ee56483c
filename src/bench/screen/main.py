"""From the press of a key to the preview of what is on the screen: milliseconds, as the screen shows them.

usage: main.py FOLDER TIMES    (run calls it)
"""
import os
import statistics
import subprocess
import sys
import time

import programs
from screen import Screen, until

LONGEST = 60
WATCHED = 4  # seconds
OF_A_RING = 0.02  # what turns each second is less of a window than this


def differ(one, other):
    ours, theirs = memoryview(one).cast("I"), memoryview(other).cast("I")
    return 1.0 if len(ours) != len(theirs) else sum(a != b for a, b in zip(ours, theirs)) / len(ours)


def preview(screen, window, started):
    """When the window that came back began to show what it shows in the end, but for what turns."""
    seen = []
    while time.monotonic() < started + WATCHED:
        picture = screen.picture(window)
        if picture and (not seen or picture != seen[-1][1]):
            seen.append((time.monotonic(), picture))
        time.sleep(0.005)
    at = seen[-1][0]
    for when, picture in reversed(seen):
        if differ(picture, seen[-1][1]) > OF_A_RING:
            break
        at = when
    return at - started


def main():
    folder, count = sys.argv[1], int(sys.argv[2])
    screen = Screen()
    others = set(screen.windows())

    def ours():
        return next((window for window in screen.windows() if window not in others), None)

    program = programs.tessera(folder)()
    program.start()
    try:
        window, _ = until(ours, LONGEST)
        until(lambda: screen.is_painted(window), LONGEST)
        time.sleep(2)
        program.unlock(screen)
        until(program.is_open, LONGEST)
        time.sleep(5)
        away, back, shown = [], [], []
        for _ in range(count):
            started = time.monotonic()
            subprocess.run(["xdotool", "key", "ctrl+shift+s"], check=True)
            away.append(until(lambda: not ours(), LONGEST)[1] - started)
            window, when = until(ours, LONGEST)
            back.append(when - started)
            shown.append(preview(screen, window, started))
            subprocess.run(["xdotool", "key", "Escape"], check=True)
            time.sleep(2)
    finally:
        program.end()
    print(f"\n{time.strftime('%Y-%m-%d', time.gmtime())}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}; "
          f"milliseconds from the press of the key, of {count} scans one after the other.\n")
    print("| | first | median | longest |\n|---|---|---|---|")
    for name, times in (("the window is away", away), ("it is back, the picture was taken", back), ("the preview", shown)):
        print(f"| {name} | {times[0] * 1000:.0f} | {statistics.median(times) * 1000:.0f} | {max(times) * 1000:.0f} |")


main()
