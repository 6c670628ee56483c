package dev.tessera.vault.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.crypto.Passphrase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the kernel is asked for by one save, in this order, as `strace` sees it.
class SystemCallsTest {
    private static final Pattern TEMPORARY = Pattern.compile("\\.accounts\\.tessera\\.[0-9a-f]{16}\\.tmp");

    /// The other process: one save.
    static void main(String[] arguments) throws IOException {
        try (var passphrase = passphrase();
                var vault = VaultFile.open(Path.of(arguments[0]), passphrase)) {
            vault.save(content -> content.withSetting("saved", "yes"));
        }
    }

    @Test
    void ofASaveAreWrittenForcedLinkedForcedRenamedForced(@TempDir Path temp) throws IOException, InterruptedException {
        Strace.need();
        var folder = temp.toRealPath();
        var file = folder.resolve("accounts.tessera");
        try (var passphrase = passphrase()) {
            VaultFile.create(file, passphrase, KdfCost.LEAST).close();
        }
        var log = folder.resolve("calls.txt");

        var traced = OtherJvm.start(
                List.of(
                        "strace",
                        "-f",
                        "-y",
                        "-o",
                        log.toString(),
                        "-e",
                        "trace=write,pwrite64,fsync,fdatasync,link,linkat,rename,renameat,renameat2,unlink,unlinkat"),
                SystemCallsTest.class,
                file.toString());

        assertThat(traced.waitFor()).isZero();
        var calls = calls(log, folder);
        assertThat(calls)
                .containsExactly(
                        "write TEMPORARY",
                        "fsync TEMPORARY",
                        "link accounts.tessera accounts.tessera.backups/BACKUP",
                        "fsync accounts.tessera.backups",
                        "rename TEMPORARY accounts.tessera",
                        "fsync FOLDER");
    }

    /// The calls that name something in the folder, without what differs from run to run.
    private static List<String> calls(Path log, Path folder) throws IOException {
        var inFolder = Pattern.compile(Pattern.quote(folder.toString()) + "(/[^\"<>(),]*)?");
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(inFolder.asPredicate())
                    .filter(Predicate.not(line -> line.contains("calls.txt") || line.contains(".lock")))
                    .map(line -> name(line)
                            + inFolder.matcher(line)
                                    .results()
                                    .map(found -> " " + place(found.group(1)))
                                    .distinct()
                                    .reduce("", String::concat))
                    .toList();
        }
    }

    private static String name(String line) {
        var call = line.substring(line.indexOf(' ') + 1).strip();
        return call.substring(0, call.indexOf('('))
                .replaceAll("^pwrite64$", "write")
                .replaceAll("^(link|rename)at2?$", "$1");
    }

    private static String place(String inFolder) {
        if (inFolder == null) {
            return "FOLDER";
        }
        return TEMPORARY
                .matcher(inFolder.substring(1))
                .replaceAll("TEMPORARY")
                .replaceAll("\\d{8}-\\d{8}T\\d{6}Z\\.tessera", "BACKUP");
    }

    private static Passphrase passphrase() {
        return Passphrase.copyOf("right".toCharArray());
    }
}
