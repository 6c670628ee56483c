package dev.tessera.cli;

import dev.tessera.clock.Correction;
import dev.tessera.clock.Evidence;
import dev.tessera.clock.LocalClock;
import dev.tessera.clock.Measurement;
import dev.tessera.clock.NetworkTime;
import dev.tessera.clock.NoTimeException;
import dev.tessera.clock.Source;
import dev.tessera.clock.TimeServer;
import dev.tessera.clock.TypedTime;
import dev.tessera.clock.WebTime;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tessera clock`
@Command(
        name = "clock",
        description = "Show how far this computer's clock is off, and what that means for codes.",
        footer = {
            "",
            "It asks time servers on the network: five default ones, or those that --server names; --web and --time",
            "need none. Nothing else in Tessera ever asks for the time, and no vault is opened.",
            "With --apply, all codes except counter-based ones use the right time from now on, until --reset, until",
            "this computer's clock is found to have been set, or until a day has passed. It is better to set "
                    + "the clock.",
            "Example: tessera clock --time 14:05:09    and press Enter when the phone shows that time"
        })
final class ClockCommand implements Callable<Integer> {
    private static final String MEASURED = "measured";

    private static final Pattern SECONDS = Pattern.compile("[+-]?[0-9]{1,9}(?:\\.[0-9]{1,3})?");

    private final Surroundings surroundings;
    private final Output output;

    @Option(
            names = "--server",
            paramLabel = "HOST[:PORT]",
            description = "A time server to ask instead of the default ones. Can be given several times.")
    private List<String> servers = new ArrayList<>();

    @Option(
            names = "--web",
            paramLabel = "URL",
            description = "Take the time from the date of this https web page instead. It is accurate to a second.")
    private @Nullable String web;

    @Option(
            names = "--time",
            paramLabel = "TIME",
            description = "Use this time instead, HH:MM:SS as another clock shows it. A zone may follow, such as +01:00"
                    + " or Z; otherwise it is this computer's. A date may come first, such as 2026-11-27T.")
    private @Nullable String time;

    @Option(
            names = "--apply",
            arity = "0..1",
            fallbackValue = MEASURED,
            paramLabel = "SECONDS",
            description = "Make codes with the right time from now on. With SECONDS, use a time that much later "
                    + "than this computer's clock, or earlier if below 0, without measuring.")
    private @Nullable String apply;

    @Option(names = "--reset", description = "Make codes with this computer's clock again.")
    private boolean reset;

    @Mixin
    private final JsonOption json = new JsonOption();

    ClockCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        output = new Output(surroundings.terminal());
    }

    @Override
    public Integer call() throws Failure, InterruptedException {
        requireOneWay();
        if (reset) {
            reset();
        } else if (isGiven()) {
            applyGiven();
        } else {
            measure();
        }
        return ExitCode.DONE.number();
    }

    /// Whether the person says how much it is.
    private boolean isGiven() {
        return apply != null && !apply.equals(MEASURED);
    }

    private void requireOneWay() throws Failure {
        var given = Stream.of(
                        servers.isEmpty() ? "" : "--server",
                        web == null ? "" : "--web",
                        time == null ? "" : "--time",
                        isGiven() ? "--apply=SECONDS" : "",
                        reset ? "--reset" : "")
                .filter(name -> !name.isEmpty())
                .toList();
        if (given.size() > 1) {
            throw new Failure(
                    ExitCode.USAGE,
                    given.get(0) + " and " + given.get(1) + " cannot be used together",
                    "leave one of them out");
        }
        if (reset && apply != null) {
            throw new Failure(ExitCode.USAGE, "--apply and --reset cannot be used together", "leave one of them out");
        }
        if (apply != null && !surroundings.codeClock().canBeApplied()) {
            throw new Failure(ExitCode.FAILED, "there is nowhere to store it", "start Tessera with its launcher");
        }
    }

    private void reset() throws Failure {
        try {
            boolean was = surroundings.codeClock().reset();
            if (json.isGiven()) {
                output.object(ClockReport.applied(surroundings.codeClock()));
            } else {
                output.line("codes follow this computer's clock" + (was ? " again" : ", as before"));
            }
        } catch (IOException _) {
            throw notKept();
        }
    }

    private void applyGiven() throws Failure {
        var before = surroundings.codeClock().evidence();
        keep(seconds(String.valueOf(apply)), Source.GIVEN, before);
        if (json.isGiven()) {
            output.object(ClockReport.applied(surroundings.codeClock()));
        } else {
            output.line(ClockReport.appliedInWords(surroundings.codeClock()));
        }
    }

    private static Duration seconds(String text) throws Failure {
        if (!SECONDS.matcher(text).matches()) {
            throw new Failure(ExitCode.USAGE, "--apply is not a number of seconds", "give one such as 45 or -600");
        }
        return Duration.ofMillis(new BigDecimal(text).movePointRight(3).longValueExact());
    }

    private void measure() throws Failure, InterruptedException {
        var before = surroundings.codeClock().evidence();
        var typed = new ArrayList<TypedTime>();
        var measured = measurement(typed);
        if (apply != null) {
            apply(measured, typed.stream().allMatch(TypedTime::isZoneSure), before);
        }
        new ClockReport(measured, surroundings.codeClock()).tell(output, json.isGiven());
        typed.forEach(this::tellZone);
    }

    private Measurement measurement(List<TypedTime> typed) throws Failure, InterruptedException {
        var clock = LocalClock.of(surroundings.clock());
        try {
            if (time != null) {
                typed.add(TypedTime.parse(time, clock.wall().instant(), ZoneId.systemDefault()));
                return typed.getFirst().measurement();
            }
            return web == null ? new NetworkTime(clock).ask(named()) : new WebTime(clock).ask(page(web));
        } catch (NoTimeException failure) {
            ClockReport.useless(failure.answers()).forEach(output::note);
            throw ClockReport.failure(failure);
        } catch (IllegalArgumentException e) {
            throw new Failure(
                    ExitCode.USAGE, "--time: " + e.getMessage(), "give it as the other clock shows it, with seconds");
        }
    }

    private List<TimeServer> named() throws Failure {
        var named = new ArrayList<TimeServer>();
        for (var text : servers) {
            try {
                var server = TimeServer.parse(text);
                if (named.contains(server)) {
                    throw new Failure(ExitCode.USAGE, "a --server is given twice", "leave one of them out");
                }
                named.add(server);
            } catch (IllegalArgumentException e) {
                throw new Failure(ExitCode.USAGE, "--server: " + e.getMessage(), "give HOST or HOST:PORT");
            }
        }
        return named.isEmpty() ? TimeServer.USUAL : named;
    }

    private static URI page(String address) throws Failure {
        try {
            var page = URI.create(address);
            if (WebTime.isAllowed(page)) {
                return page;
            }
        } catch (IllegalArgumentException _) {
            // told below
        }
        throw new Failure(
                ExitCode.USAGE,
                "--web takes the address of an https page",
                "with http, anybody on the way could change the date");
    }

    private void apply(Measurement measured, boolean sure, Evidence before) throws Failure {
        if (!sure) {
            throw new Failure(
                    ExitCode.FAILED,
                    "nothing was applied: a difference of "
                            + Spans.inWords(measured.offset().amount()) + " looks like another time zone",
                    "give the zone of the other clock, too: --time 14:05:09+01:00");
        }
        if (!measured.isConfirmed()) {
            ClockReport.useless(measured.asked().stream()
                            .map(Measurement.Asked::answer)
                            .toList())
                    .forEach(output::note);
            throw new Failure(
                    ExitCode.FAILED,
                    "nothing was applied: only one server gave the time, and nothing confirms it",
                    "if you trust it, give it alone with --server");
        }
        if (measured.offset().isRight()) {
            try {
                var _ = surroundings.codeClock().reset();
            } catch (IOException _) {
                throw notKept();
            }
        } else {
            keep(measured.offset().amount(), measured.source(), before);
        }
    }

    private void keep(Duration amount, Source source, Evidence before) throws Failure {
        if (!Correction.isPlausible(amount)) {
            throw new Failure(
                    ExitCode.FAILED,
                    "nothing was applied: " + Spans.inWords(amount) + " is more than " + Correction.MOST.toDays()
                            + " days",
                    "set this computer's clock: many other things fail because of it, too");
        }
        try {
            surroundings.codeClock().apply(amount, source, before);
        } catch (IOException _) {
            throw notKept();
        }
    }

    private static Failure notKept() {
        return new Failure(
                ExitCode.FAILED, "it cannot be stored on this computer", "check the disk and the settings folder");
    }

    private void tellZone(TypedTime typed) {
        if (!typed.isZoneSure()) {
            output.warning(
                    "that looks like another time zone: the time was taken to be in " + ZoneId.systemDefault(),
                    "if the other clock is in another zone, give that, too: --time 14:05:09+01:00");
        }
    }
}
