"""The table of the readers' bench, as Markdown: a picture counts as read if one of its texts was.

usage: table.py READ.tsv FOLDER
"""
import collections
import json
import statistics
import sys


def signs(text):
    """Readers differ in the guess of the character set and in line ends: the printable ASCII signs decide."""
    return "".join(sign for sign in text if 33 <= ord(sign) < 127)


def main():
    expected = {}
    with open(sys.argv[2] + "/manifest.tsv", encoding="utf-8") as rows:
        next(rows)
        for row in rows:
            path, texts, _, source = row.split("\t")[:4]
            if texts != "?":
                expected[path] = [signs(text) for text in json.loads(texts)], source
    read, real, false, codes = (collections.Counter() for _ in range(4))
    millis = collections.defaultdict(list)
    for row in open(sys.argv[1], encoding="utf-8"):
        reader, file, took, *texts = row.rstrip("\n").split("\t")
        path = file[len(sys.argv[2].rstrip("/")) + 1:]
        if path not in expected:
            continue
        wanted, source = expected[path]
        texts = [bytes.fromhex(text).decode("utf-8", "replace") for text in texts if text]
        # zbarimg prints all texts as lines
        lines = [signs(line) for text in texts for line in [text, *text.split("\n")]]
        hits = [want for want in wanted if want in lines]
        read[reader] += bool(hits)
        real[reader] += bool(hits) and source != "synthetic-2fa"
        codes[reader] += len(hits)
        false[reader] += not wanted and bool(texts)
        millis[reader].append(int(took))
    total = sum(1 for wanted, _ in expected.values() if wanted)
    print(f"| of {total} pictures | read | real ones | codes | false reads | ms, median | ms, 95 of 100 |")
    print("|---|---|---|---|---|---|---|")
    for reader, times in millis.items():
        times.sort()
        print(f"| {reader} | {read[reader]} | {real[reader]} | {codes[reader]} | {false[reader]} | "
              f"{statistics.median(times):.0f} | {times[int(.95 * (len(times) - 1))]} |")


main()
