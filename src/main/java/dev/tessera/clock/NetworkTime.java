package dev.tessera.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Asks several time servers at once and takes what most of them agree on.
public final class NetworkTime {
    /// Names may be slow to be found; what takes longer counts as silent.
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    /// Nobody who tells the time tells an earlier one.
    static final Instant EARLIEST = Instant.parse("2026-01-01T00:00:00Z");

    private final LocalClock clock;

    public NetworkTime(LocalClock clock) {
        this.clock = clock;
    }

    /// Takes eight seconds at the most.
    ///
    /// @param servers at least one, none of them twice
    /// @throws NoTimeException if nobody answers, or they do not agree
    public Measurement ask(List<TimeServer> servers) throws NoTimeException, InterruptedException {
        var answers = answers(servers);
        var told = answers.stream()
                .filter(Answer.Told.class::isInstance)
                .map(Answer.Told.class::cast)
                .toList();
        if (told.isEmpty()) {
            throw new NoTimeException(NoTimeException.Kind.NOBODY, answers);
        }
        var agreement =
                Agreement.of(told).orElseThrow(() -> new NoTimeException(NoTimeException.Kind.DISAGREEMENT, answers));
        if (agreement.offset().rightTime(clock.instant()).isBefore(EARLIEST)) {
            throw new NoTimeException(NoTimeException.Kind.IMPLAUSIBLE, answers);
        }
        return new Measurement(
                agreement.offset(),
                Source.SERVERS,
                answers.stream()
                        .map(answer -> new Measurement.Asked(
                                answer, agreement.servers().contains(answer.server())))
                        .toList());
    }

    private List<Answer> answers(List<TimeServer> servers) throws InterruptedException {
        Map<TimeServer, Answer> came = new ConcurrentHashMap<>();
        var waiting = new CountDownLatch(servers.size());
        var sntp = new Sntp(clock);
        for (var server : servers) {
            // Threads of the system: looking up a name holds one until it is found.
            Thread.ofPlatform().daemon().name("tessera-time").start(() -> {
                try {
                    came.put(server, sntp.ask(server));
                } finally {
                    waiting.countDown();
                }
            });
        }
        var _ = waiting.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS); // who is late counts as silent
        var answers = new ArrayList<Answer>();
        for (var server : servers) {
            answers.add(came.getOrDefault(server, new Answer.Useless(server, Answer.Reason.SILENT, "")));
        }
        return answers;
    }
}
