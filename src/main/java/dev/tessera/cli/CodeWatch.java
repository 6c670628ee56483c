package dev.tessera.cli;

import dev.tessera.otp.Code;
import dev.tessera.otp.OtpParameters;
import dev.tessera.vault.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Codes that are shown anew for as long as the person looks: on a terminal a living list with countdown bars,
/// elsewhere
/// a line for each code when it begins.
final class CodeWatch {
    private static final int BAR = 10;

    private final Surroundings surroundings;
    private final Terminal terminal;
    private final Output output;
    private final boolean json;

    CodeWatch(Surroundings surroundings, boolean json) {
        this.surroundings = surroundings;
        this.json = json;
        terminal = surroundings.terminal();
        output = new Output(terminal);
    }

    /// Ends at the end of standard input. Counter-based accounts are left out: each look would use a code up.
    void run(List<Entry> fitting) throws Failure, InterruptedException {
        var entries = fitting.stream().filter(CodeWatch::isTimed).toList();
        if (entries.size() < fitting.size()) {
            output.note(fitting.size() - entries.size() + " counter-based accounts are left out");
        }
        if (entries.isEmpty()) {
            throw EntryQuery.nothingFits();
        }
        if (terminal.isInteractive() && !json) {
            drawUntilEnd(entries);
        } else {
            printUntilEnd(entries);
        }
    }

    private void drawUntilEnd(List<Entry> entries) throws InterruptedException {
        int drawn = 0;
        Instant now;
        do {
            now = surroundings.clock().instant();
            var lines = lines(entries, now);
            var picture = new StringBuilder();
            if (drawn > 0) {
                picture.append("\u001b[").append(drawn).append("A\u001b[J"); // up, and clear all below
            }
            lines.forEach(line -> picture.append(line).append(System.lineSeparator()));
            terminal.out().print(picture);
            terminal.out().flush();
            drawn = lines.size();
        } while (!terminal.inputEndsWithin(toNextSecond(now)));
    }

    private List<String> lines(List<Entry> entries, Instant now) {
        var size = terminal.size();
        int room = Math.max(1, size.rows() - 2);
        var lines = new ArrayList<String>();
        for (var entry : entries.subList(0, Math.min(room, entries.size()))) {
            var line = line(entry, entry.account().credential().codeAt(now), now);
            lines.add(line.substring(
                    0,
                    line.offsetByCodePoints(0, Math.min(size.columns() - 1, line.codePointCount(0, line.length())))));
        }
        if (entries.size() > room) {
            lines.add("and " + (entries.size() - room) + " more; a QUERY makes them fewer");
        }
        return lines;
    }

    private String line(Entry entry, Code code, Instant now) {
        long left = CodeJson.secondsLeft(code, now);
        long period = Duration.between(code.validFrom(), code.validUntil()).toSeconds();
        int full = Math.clamp((left * BAR + period - 1) / period, 0, BAR);
        boolean blocks = terminal.out().charset().newEncoder().canEncode('\u2588');
        var bar = (blocks ? "\u2588" : "#").repeat(full) + (blocks ? "\u2591" : "-").repeat(BAR - full);
        return String.format(
                Locale.ROOT, "%-12s  %s %3d s  %s", code.grouped(), bar, left, Shown.name(entry.account()));
    }

    /// Wakes up only when a code ends.
    private void printUntilEnd(List<Entry> entries) throws InterruptedException {
        var shown = new ArrayList<Code>();
        Instant next;
        Instant now;
        do {
            now = surroundings.clock().instant();
            next = Instant.MAX;
            var current = new ArrayList<Code>();
            for (var entry : entries) {
                var code = entry.account().credential().codeAt(now);
                current.add(code);
                if (shown.isEmpty() || !shown.get(current.size() - 1).equals(code)) {
                    print(entry, code, now);
                }
                next = code.validUntil().isBefore(next) ? code.validUntil() : next;
            }
            shown.clear();
            shown.addAll(current);
        } while (!terminal.inputEndsWithin(Duration.between(now, next)));
    }

    private void print(Entry entry, Code code, Instant now) {
        if (json) {
            output.object(CodeJson.fields(entry, code, now));
        } else {
            output.line(code.text() + "  " + Shown.name(entry.account()));
        }
    }

    private static Duration toNextSecond(Instant now) {
        return Duration.between(now, Instant.ofEpochSecond(now.getEpochSecond() + 1));
    }

    private static boolean isTimed(Entry entry) {
        return entry.account().credential().parameters() instanceof OtpParameters.TimeBased;
    }
}
