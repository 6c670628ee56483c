package dev.tessera.clock;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLException;

/// Takes the time from the `Date` that a web page bears (RFC 9110 section 6.6.1), which is told to a second. It is for
/// networks that let nothing else through.
///
/// The page itself is not fetched, redirects are not followed, and nothing is sent but the request.
public final class WebTime {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration SLACK = Duration.ofMillis(20);

    /// Twice: over the connection that the first has opened, the second is much faster, and so more exact.
    private static final int TIMES = 2;

    private final LocalClock clock;

    public WebTime(LocalClock clock) {
        this.clock = clock;
    }

    /// Whether a page may be asked: by https, so that nobody on the way can change the date; on this computer by http,
    /// too.
    public static boolean isAllowed(URI page) {
        var host = page.getHost();
        var scheme = page.getScheme() == null ? "" : page.getScheme().toLowerCase(Locale.ROOT);
        if (host == null || page.getUserInfo() != null) {
            return false;
        }
        return scheme.equals("https") || (scheme.equals("http") && isThisComputer(host));
    }

    private static boolean isThisComputer(String host) {
        return host.equalsIgnoreCase("localhost")
                || host.equals("[::1]")
                || host.matches("127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}");
    }

    /// @param page one that is allowed
    /// @throws NoTimeException if it cannot be reached or bears no date
    public Measurement ask(URI page) throws NoTimeException, InterruptedException {
        if (!isAllowed(page)) {
            throw new IllegalArgumentException("only https pages are asked for the time");
        }
        var client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(PATIENCE)
                .build();
        try {
            var least = Duration.ofSeconds(Long.MIN_VALUE);
            var most = Duration.ofSeconds(Long.MAX_VALUE);
            for (int i = 0; i < TIMES; i++) {
                var offset = askOnce(client, page);
                least = least.compareTo(offset.least()) > 0 ? least : offset.least();
                most = most.compareTo(offset.most()) < 0 ? most : offset.most();
            }
            if (least.compareTo(most) > 0) {
                throw new NoTimeException(NoTimeException.Kind.DISAGREEMENT, List.of());
            }
            var offset = Offset.between(least, most);
            if (offset.rightTime(clock.instant()).isBefore(NetworkTime.EARLIEST)) {
                throw new NoTimeException(NoTimeException.Kind.IMPLAUSIBLE, List.of());
            }
            return Measurement.of(offset, Source.WEB);
        } finally {
            client.shutdownNow();
        }
    }

    private Offset askOnce(HttpClient client, URI page) throws NoTimeException, InterruptedException {
        var request = HttpRequest.newBuilder(page)
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .timeout(PATIENCE)
                .header("Cache-Control", "no-cache") // a copy on the way bears the date of when it was made
                .build();
        long start = clock.nanos().getAsLong();
        var asked = clock.instant();
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.discarding());
            return offset(answer, asked, clock.since(start));
        } catch (SSLException _) {
            throw new NoTimeException(NoTimeException.Kind.CERTIFICATE, List.of());
        } catch (IOException failure) {
            if (failure instanceof NoTimeException known) {
                throw known;
            }
            throw new NoTimeException(NoTimeException.Kind.NO_PAGE, List.of());
        }
    }

    /// The date was written at some moment between the question and the answer, and lies within its second.
    private static Offset offset(HttpResponse<?> answer, Instant asked, Duration taken) throws NoTimeException {
        try {
            var date = answer.headers()
                    .firstValue("Date")
                    .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant())
                    .orElseThrow(() -> new NoTimeException(NoTimeException.Kind.NO_DATE, List.of()));
            var age = answer.headers().firstValueAsLong("Age");
            var copied = Duration.ofSeconds(age.orElse(0));
            var least = Duration.between(asked.plus(taken), date.plus(copied)).minus(SLACK);
            var most = Duration.between(asked, date.plus(copied).plus(SECOND)).plus(SLACK);
            return Offset.between(least, age.isPresent() ? most.plus(SECOND) : most);
        } catch (DateTimeException | NumberFormatException | ArithmeticException _) {
            throw new NoTimeException(NoTimeException.Kind.NO_DATE, List.of());
        }
    }
}
