package dev.tessera.vault.file;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// The earlier generations of a vault, in a folder beside it: `accounts.tessera.backups/`. Each is
/// a whole vault file of its own, named by its generation and the time when it was saved.
final class Backups {

    static final String FOLDER_SUFFIX = ".backups";

    private static final int LATEST = 10;
    private static final int DAYS = 7;
    private static final int WEEKS = 4;
    private static final Pattern NAME = Pattern.compile("(\\d{1,19})-(\\d{8}T\\d{6}Z)(-\\d+)?\\.tessera");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path folder;
    private final FileCalls calls;

    Backups(Path vault, FileCalls calls) {
        this.folder = vault.resolveSibling(vault.getFileName() + FOLDER_SUFFIX);
        this.calls = calls;
    }

    /// Gives the vault file as it is a second name in the folder, or copies it where there are no hard links.
    void keep(Path vault, long generation) throws IOException {
        calls.createFolder(folder);
        var saved = Files.getLastModifiedTime(vault).toInstant();
        for (int number = 1; ; number++) {
            var name = folder.resolve(name(generation, saved, number));
            if (!Files.exists(name)) {
                place(name, vault);
                calls.forceFolder(folder);
                return;
            }
            // A save that failed after this step has left it there already.
            if (Files.mismatch(name, vault) < 0) {
                return;
            }
        }
    }

    /// Removes what is neither among the 10 latest, nor the last of one of 7 days or 4 weeks. A backup
    /// that cannot be removed stays.
    void prune() {
        try {
            var all = list();
            var kept = kept(all);
            for (var backup : all) {
                if (!kept.contains(backup)) {
                    calls.delete(backup.file());
                }
            }
        } catch (IOException _) {
            // One backup too many harms nobody; the next save tries again.
        }
    }

    /// All backups, the latest first.
    List<Backup> list() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var found = new ArrayList<Backup>();
        try (var files = Files.newDirectoryStream(folder)) {
            for (var file : files) {
                var name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    found.add(
                            new Backup(file, Long.parseLong(name.group(1)), TIME.parse(name.group(2), Instant::from)));
                }
            }
        }
        found.sort(Comparator.comparingLong(Backup::generation).reversed().thenComparing(Backup::file));
        return found;
    }

    /// Which of them to keep.
    static Set<Backup> kept(List<Backup> latestFirst) {
        var kept = new HashSet<>(latestFirst.subList(0, Math.min(LATEST, latestFirst.size())));
        kept.addAll(lastOfEach(latestFirst, Backup::day, DAYS));
        kept.addAll(lastOfEach(latestFirst, Backups::week, WEEKS));
        return kept;
    }

    private static <P> Collection<Backup> lastOfEach(List<Backup> latestFirst, Function<Backup, P> period, int most) {
        var last = new LinkedHashMap<P, Backup>();
        for (var backup : latestFirst) {
            if (last.size() < most || last.containsKey(period.apply(backup))) {
                last.putIfAbsent(period.apply(backup), backup);
            }
        }
        return last.values();
    }

    private static List<Integer> week(Backup backup) {
        return List.of(
                backup.day().get(IsoFields.WEEK_BASED_YEAR), backup.day().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    private void place(Path name, Path vault) throws IOException {
        try {
            calls.link(name, vault);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException _) {
            calls.write(name, Files.readAllBytes(vault));
            calls.force(name);
        }
    }

    private static String name(long generation, Instant saved, int number) {
        return String.format(
                Locale.ROOT, "%08d-%s%s.tessera", generation, TIME.format(saved), number == 1 ? "" : "-" + number);
    }
}
