"""The programs that are measured: ours and those that Debian has, each with a home and twenty accounts of its own."""
import base64
import os
import pathlib
import subprocess
import tempfile
import time

ACCOUNTS = 20
PASSPHRASE = "a phrase to measure with"


def links():
    return [f"otpauth://totp/Site%20{n}:ann?secret={base64.b32encode(bytes([n]) * 20).decode()}&issuer=Site%20{n}"
            for n in range(1, ACCOUNTS + 1)]


class Program:
    """One start of a program, in an empty home and a session of processes of its own."""
    name = ""
    command = ()
    package = ""
    unlocks = False

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="measure")
        self.home = pathlib.Path(self.folder.name)
        self.environment = {name: value for name, value in os.environ.items()
                            if not name.startswith(("XDG_", "TESSERA_")) and name != "WAYLAND_DISPLAY"}
        for name, place in {"HOME": "", "XDG_RUNTIME_DIR": "run", "XDG_CONFIG_HOME": "config",
                            "XDG_DATA_HOME": "data", "XDG_STATE_HOME": "state", "XDG_CACHE_HOME": "cache"}.items():
            (self.home / place).mkdir(mode=0o700, exist_ok=True)
            self.environment[name] = str(self.home / place)
        self.prepare()

    def prepare(self):
        pass

    def run(self, *command, text=""):
        subprocess.run(command, env=self.environment, input=text, text=True, check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)

    def start(self):
        self.process = subprocess.Popen([part.replace("HOME", str(self.home)) for part in self.command],
                                        env=self.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL, start_new_session=True)
        self.started = time.monotonic()

    def unlock(self, screen):
        for sign in PASSPHRASE + "\n":
            screen.press(sign)
            time.sleep(0.02)

    def files(self):
        """Every process of the session that was started, as folders of /proc."""
        found = []
        for folder in pathlib.Path("/proc").glob("[0-9]*"):
            try:
                if int(fields(folder)[3]) == self.process.pid:
                    found.append(folder)
            except OSError:
                pass  # it has ended
        return found

    def cpu(self):
        """Seconds so far."""
        return sum(sum(map(int, fields(folder)[11:13])) for folder in self.files()) / os.sysconf("SC_CLK_TCK")

    def memory(self):
        """RSS and PSS in MiB."""
        sums = {"Rss:": 0, "Pss:": 0}
        for folder in self.files():
            for line in (folder / "smaps_rollup").read_text().splitlines()[1:]:
                name, size = line.split()[:2]
                if name in sums:
                    sums[name] += int(size) / 1024
        return sums["Rss:"], sums["Pss:"]

    def end(self):
        self.process.terminate()
        try:
            self.process.wait(5)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.folder.cleanup()


def fields(folder):
    """Of /proc/PID/stat, those behind the name: state, parent, group, session and so on."""
    return (folder / "stat").read_text().rpartition(")")[2].split()


def tessera(folder):
    launcher = str(pathlib.Path(folder).resolve() / "bin/tessera")

    class Tessera(Program):
        name = "Tessera"
        command = (launcher, "--vault", "HOME/vault.tessera")
        unlocks = True

        def prepare(self):
            phrase = self.home / "phrase"
            phrase.write_text(PASSPHRASE + "\n")
            phrase.chmod(0o600)
            (self.home / "links.txt").write_text("\n".join(links()) + "\n")
            for what in (["vault", "create"], ["import", str(self.home / "links.txt")]):
                self.run(launcher, "--vault", str(self.home / "vault.tessera"), *what, "--passphrase-file", str(phrase))

        def is_open(self):
            return any(self.home.glob("run/tessera/*-open"))

    return Tessera


class KeePassXc(Program):
    name = "KeePassXC"
    command = ("keepassxc", "HOME/vault.kdbx")
    package = "keepassxc"
    unlocks = True

    def prepare(self):
        (self.home / "config/keepassxc").mkdir()
        (self.home / "config/keepassxc/keepassxc.ini").write_text(
            "[General]\nConfigVersion=2\nUpdateCheckMessageShown=true\n[GUI]\nCheckForUpdates=false\n")
        entries = "".join(
            f"<Entry><UUID>{base64.b64encode(os.urandom(16)).decode()}</UUID>"
            f"<String><Key>Title</Key><Value>Site {n}</Value></String>"
            f"<String><Key>otp</Key><Value>{link.replace('&', '&amp;')}</Value></String></Entry>"
            for n, link in enumerate(links(), 1))
        (self.home / "vault.xml").write_text(
            "<?xml version='1.0'?><KeePassFile><Meta/><Root><Group><UUID>AAAAAAAAAAAAAAAAAAAAAQ==</UUID>"
            f"<Name>Root</Name>{entries}</Group></Root></KeePassFile>")
        self.run("keepassxc-cli", "import", "-p", str(self.home / "vault.xml"), str(self.home / "vault.kdbx"),
                 text=f"{PASSPHRASE}\n{PASSPHRASE}\n")


class Numberstation(Program):
    name = "Numberstation"
    command = ("numberstation",)
    package = "numberstation"


class OtpClient(Program):
    name = "OTPClient"
    command = ("otpclient",)
    package = "otpclient"


PEERS = (KeePassXc, Numberstation, OtpClient)
