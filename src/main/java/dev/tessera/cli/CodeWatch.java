package dev.tessera.cli;

import dev.tessera.agent.Offer;
import dev.tessera.otp.Code;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Codes that are shown anew for as long as the person looks: on a terminal a living list with countdown bars,
/// elsewhere a line for each code when it begins.
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

    /// Where the codes come from: an open vault, or an agent.
    @FunctionalInterface
    interface Source {
        /// Those of all that fit; a counter-based account bears none.
        ///
        /// @throws Failure if there are no more, as when the vault was locked
        List<Offer> codesAt(Instant now) throws Failure;
    }

    /// Ends at the end of standard input. Counter-based accounts are left out: each look would use a code up.
    void run(Source source) throws Failure, InterruptedException {
        var fitting = source.codesAt(surroundings.codeClock().instant());
        int timed = timed(fitting).size();
        if (timed < fitting.size()) {
            output.note("counter-based accounts left out: " + (fitting.size() - timed));
        }
        if (timed == 0) {
            throw Choice.nothingFits();
        }
        if (terminal.isInteractive() && !json) {
            drawUntilEnd(source);
        } else {
            printUntilEnd(source);
        }
    }

    /// Asks for codes only when one has ended.
    private void drawUntilEnd(Source source) throws Failure, InterruptedException {
        int drawn = 0;
        List<Offer> offers = List.of();
        Instant now;
        do {
            now = surroundings.codeClock().instant();
            if (offers.isEmpty() || now.getEpochSecond() >= firstEnd(offers)) {
                offers = timed(source.codesAt(now));
                if (offers.isEmpty()) {
                    throw Choice.nothingFits(); // they were removed meanwhile
                }
            }
            var lines = lines(offers, now);
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

    private List<String> lines(List<Offer> offers, Instant now) {
        var size = terminal.size();
        int room = Math.max(1, size.rows() - 2);
        var lines = new ArrayList<String>();
        for (var offer : offers.subList(0, Math.min(room, offers.size()))) {
            var line = line(offer, now);
            lines.add(line.substring(
                    0,
                    line.offsetByCodePoints(0, Math.min(size.columns() - 1, line.codePointCount(0, line.length())))));
        }
        if (offers.size() > room) {
            lines.add("and " + (offers.size() - room) + " more; a QUERY narrows them down");
        }
        return lines;
    }

    private String line(Offer offer, Instant now) {
        long left = offer.secondsLeft(now.toEpochMilli());
        long period = offer.validUntil() - offer.validFrom();
        int full = Math.clamp((left * BAR + period - 1) / period, 0, BAR);
        boolean blocks = terminal.out().charset().newEncoder().canEncode('\u2588');
        var bar = (blocks ? "\u2588" : "#").repeat(full) + (blocks ? "\u2591" : "-").repeat(BAR - full);
        return String.format(
                Locale.ROOT, "%-12s  %s %3d s  %s", Code.grouped(offer.code()), bar, left, Shown.name(offer));
    }

    /// Wakes up only when a code ends.
    private void printUntilEnd(Source source) throws Failure, InterruptedException {
        List<Offer> shown = List.of();
        Instant now;
        do {
            now = surroundings.codeClock().instant();
            var current = timed(source.codesAt(now));
            if (current.isEmpty()) {
                throw Choice.nothingFits(); // they were removed meanwhile
            }
            for (var offer : current) {
                if (!shown.contains(offer)) {
                    print(offer, now);
                }
            }
            shown = current;
        } while (!terminal.inputEndsWithin(Duration.between(now, Instant.ofEpochSecond(firstEnd(shown)))));
    }

    private void print(Offer offer, Instant now) {
        if (json) {
            output.object(CodeJson.fields(offer, now));
        } else {
            output.line(offer.code() + "  " + Shown.name(offer));
        }
    }

    private static List<Offer> timed(List<Offer> offers) {
        return offers.stream().filter(offer -> !offer.kind().isCounterBased()).toList();
    }

    private static long firstEnd(List<Offer> offers) {
        return offers.stream().mapToLong(Offer::validUntil).min().orElseThrow();
    }

    private static Duration toNextSecond(Instant now) {
        return Duration.between(now, Instant.ofEpochSecond(now.getEpochSecond() + 1));
    }
}
