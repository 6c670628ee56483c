"""Tessera beside the programs that Debian has, in one run on one screen: prints tables of Markdown.

usage: main.py FOLDER STARTS SECONDS    (measure.sh calls it)
"""
import os
import pathlib
import statistics
import subprocess
import sys
import time

import programs
from screen import Screen, until

LONGEST = 60
SETTLED = 10  # seconds until memory is read


def start(kind, screen):
    """A started program and its first window, with the seconds until that was there and until it was painted."""
    before = set(screen.windows())
    program = kind()
    program.start()
    window, shown = until(lambda: next((w for w in screen.windows() if w not in before), None), LONGEST)
    _, painted = until(lambda: screen.is_painted(window), LONGEST)
    return program, window, shown - program.started, painted - program.started


def takes_keys(kind, screen):
    """Seconds until a typed sign is seen in the passphrase field of the first window."""
    program, window, _, _ = start(kind, screen)
    try:
        time.sleep(2)
        still = blinking(screen, window)
        program.end()
        before = set(screen.windows())
        program = kind()
        program.start()
        window, _ = until(lambda: next((w for w in screen.windows() if w not in before), None), LONGEST)

        def seen():
            screen.press("x")
            time.sleep(0.01)
            shown = screen.picture(window)
            return is_still_but_for_a_sign(shown, still)

        _, when = until(seen, LONGEST)
        return when - program.started
    finally:
        program.end()


def blinking(screen, window):
    """The window at rest: pictures with and without its caret."""
    pictures = set()
    for _ in range(30):
        pictures.add(screen.picture(window))
        time.sleep(0.05)
    return pictures


def is_still_but_for_a_sign(shown, still):
    """Whether a few pixels differ from the window at rest, and more than a caret's."""
    for rest in still:
        if len(shown) != len(rest):
            return False
        ours, theirs = memoryview(shown).cast("I"), memoryview(rest).cast("I")
        differ = sum(a != b for a, b in zip(ours, theirs)) if ours != theirs else 0
        if not 25 <= differ <= len(ours) // 20:
            return False
    return True


def cold_disk():
    """Whether what files the system has in memory was forgotten: root may, on most computers."""
    subprocess.run(["sync"], check=True)
    try:
        pathlib.Path("/proc/sys/vm/drop_caches").write_text("3\n")
        return True
    except OSError:
        return False


def starts(kinds, screen, count):
    """Interleaved, so that what else the computer does falls on all alike."""
    found = {kind: {"cold": [], "shown": [], "painted": [], "keys": []} for kind in kinds}
    for turn in range(count):
        for kind in kinds:
            cold = turn == 0 and cold_disk()
            program, _, shown, painted = start(kind, screen)
            program.end()
            if cold:
                found[kind]["cold"].append(painted)
                continue
            found[kind]["shown"].append(shown)
            found[kind]["painted"].append(painted)
            if kind.unlocks:
                found[kind]["keys"].append(takes_keys(kind, screen))
    return found


def at_rest(kind, screen, seconds):
    """MiB, and seconds of processor time in each minute, of each state."""
    program, window, _, _ = start(kind, screen)
    found = {}
    try:
        found["locked memory"] = settled(program)
        found["locked"] = spent(program, seconds)
        if kind.unlocks:
            program.unlock(screen)
            found["memory"] = settled(program)
            if kind.name == "Tessera" and not program.is_open():
                raise SystemExit("measure: the vault was not opened")
            found["open"] = spent(program, seconds)
        screen.minimise(window)
        time.sleep(SETTLED)
        found["minimised"] = spent(program, seconds)
        if kind.unlocks:
            screen.raise_up(window)
            time.sleep(2)
            subprocess.run(["xdotool", "key", "ctrl+l"], check=True)
            found["locked again memory"] = settled(program)
            found["locked again"] = spent(program, seconds)
    finally:
        program.end()
    return found


def settled(program):
    time.sleep(SETTLED)
    return program.memory()


def spent(program, seconds):
    before = program.cpu()
    time.sleep(seconds)
    return (program.cpu() - before) * 60 / seconds


def on_disk(kind, folder):
    """MiB where it is installed, and of the package, without what it needs of others."""
    if kind.package:
        installed = subprocess.run(["dpkg-query", "-W", "-f", "${Installed-Size}", kind.package], text=True,
                                   check=True, stdout=subprocess.PIPE).stdout
        shown = subprocess.run(["apt-cache", "show", kind.package], text=True, check=False,
                               stdout=subprocess.PIPE).stdout.splitlines()
        sizes = [int(line.split()[1]) for line in shown if line.startswith("Size:")]
        return int(installed) / 1024, sizes[0] / 2**20 if sizes else None
    installed = sum(file.stat().st_size for file in pathlib.Path(folder).rglob("*")
                    if file.is_file() and "lib/demo/" not in str(file)) / 2**20
    debs = sorted(pathlib.Path(folder).parent.glob("tessera_*.deb")) + sorted(
        pathlib.Path("target/release").glob("tessera_*.deb"))
    return installed, debs[0].stat().st_size / 2**20 if debs else None


def row(name, values, digits, ratio=None):
    """A line of the table: the value of each program; ours in proportion to KeePassXC's, and what is wanted."""
    cells = ["–" if value is None else f"{value:.{digits}f}" for value in values]
    ours, theirs = values[0], values[1]
    proportion = f"{ours / theirs:.2f}" if ours is not None and theirs else "–"
    print("| " + " | ".join([name, *cells, proportion, ratio or ""]) + " |")


def median(times):
    return statistics.median(times) * 1000 if times else None


def main():
    folder, count, seconds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    screen = Screen()
    kinds = [programs.tessera(folder), *programs.PEERS]
    times = starts(kinds, screen, count)
    rest = {kind: at_rest(kind, screen, seconds) for kind in kinds}
    print(f"\n{time.strftime('%Y-%m-%d', time.gmtime())}, {os.cpu_count()} processors, load "
          f"{os.getloadavg()[0]:.1f}; medians of {count - 1} starts; {seconds} s at rest for each state; "
          f"{programs.ACCOUNTS} accounts in Tessera and KeePassXC.\n")
    print("| | " + " | ".join(kind.name for kind in kinds) + " | to KeePassXC | wanted |")
    print("|---" * (len(kinds) + 3) + "|")
    row("window, ms", [median(times[kind]["shown"]) for kind in kinds], 0)
    row("first paint, ms", [median(times[kind]["painted"]) for kind in kinds], 0, "< 1.0; ≤ 1.1 × Numberstation's")
    row("takes keys, ms", [median(times[kind]["keys"]) for kind in kinds], 0)
    row("first paint, disk cold, ms", [median(times[kind]["cold"]) for kind in kinds], 0)
    for which, unit in ((0, "RSS"), (1, "PSS")):
        for state, name, wanted in (
                ("locked memory", "before unlocking", ""), ("memory", "unlocked", "≤ 1.0"),
                ("locked again memory", "locked again", "≤ 0.9 of its unlocked one")):
            row(f"{unit} {name}, MiB", [rest[kind].get(state, (None, None))[which] for kind in kinds], 0,
                wanted if which == 0 else "")
    for state, name, wanted in (
            ("locked", "first window", "0.00"), ("open", "unlocked, visible", "≤ 0.12"),
            ("minimised", "minimised", "0.00"), ("locked again", "locked again", "0.00")):
        row(f"CPU s a minute, {name}", [rest[kind].get(state) for kind in kinds], 2, wanted)
    sizes = [on_disk(kind, folder) for kind in kinds]
    row("installed, MiB", [size[0] for size in sizes], 1, "Tessera ≤ 150")
    row("package, MiB", [size[1] for size in sizes], 1, "Tessera ≤ 40")


main()
