"""Counts a secret and a passphrase in all memory that a process may write to.

scan.py secret          prints the secret to look for
scan.py PID PASSPHRASE  prints what was found; ends with 1 if anything was
"""
import base64
import sys

# Of no meaning, and nowhere else in the memory of a process.
SECRET = b"Zq9!kLm3#pQr7$sTuV5%"


def memory(pid):
    with open(f"/proc/{pid}/maps") as maps, open(f"/proc/{pid}/mem", "rb", 0) as mem:
        for line in maps:
            span, rights = line.split()[:2]
            if not rights.startswith("rw"):
                continue
            start, end = (int(part, 16) for part in span.split("-"))
            try:
                mem.seek(start)
                yield mem.read(end - start)
            except OSError:
                continue  # set aside by the process, and not there


def main():
    base32 = base64.b32encode(SECRET).decode()
    if sys.argv[1] == "secret":
        print(base32)
        return 0
    phrase = sys.argv[2]
    wanted = {
        "secret": SECRET,
        "secret in Base32": base32.encode(),
        "secret in Base32, UTF-16": base32.encode("utf-16-le"),
        "secret in Base64": base64.b64encode(SECRET),
        "passphrase": phrase.encode(),
        "passphrase, UTF-16": phrase.encode("utf-16-le"),
    }
    found = dict.fromkeys(wanted, 0)
    size = 0
    for part in memory(int(sys.argv[1])):
        size += len(part)
        for name, text in wanted.items():
            found[name] += part.count(text)
    if size == 0:
        sys.exit("its memory cannot be read: this needs root")
    print(f"{size >> 20} MiB: " + ", ".join(f"{name} {count}" for name, count in found.items()))
    return 1 if any(found.values()) else 0


sys.exit(main())
