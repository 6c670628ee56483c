package dev.tessera.explain;

import dev.tessera.otp.Code;
import dev.tessera.otp.Credential;
import dev.tessera.otp.HmacAlgorithm;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.OtpParameters.Hotp;
import dev.tessera.otp.OtpParameters.TimeBased;
import dev.tessera.otp.OtpParameters.Totp;
import dev.tessera.otp.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Finds under which clock, hash, number of digits or period a secret gives a code that another device shows: what
/// differs least comes first.
///
/// Some 2,500 codes are tried for a time-based account, so a code of six digits that has nothing to do with the secret
/// is found once in 400 times.
public final class CodeSearch {
    private static final int NEAR = 10;

    /// How many codes a counter may have been moved on elsewhere.
    private static final int COUNTER_AHEAD = 100;

    private static final List<Integer> PERIODS = List.of(30, 60, 10, 15, 20, 45, 90, 120);

    /// How many digits at the end another device may leave out.
    private static final int MOST_CUT = 2;

    private static final int MOST_DIGITS = 10;

    /// A clock that is set to another time zone, or to another day: whole quarters of an hour.
    private static final int QUARTER_SECONDS = 15 * 60;

    private static final int QUARTERS = 26 * 4;
    private static final int BESIDE_A_QUARTER = 2;

    /// Fewer signs prove nothing: they would fit by chance.
    public static final int LEAST_SIGNS = 5;

    private CodeSearch() {}

    /// @param shown what the other device shows, without spaces. The case of letters does not count: no kind of
    ///     code has letters of both cases
    /// @return empty if nothing fits, or it has fewer than five signs
    /// @throws IllegalStateException if the secret was wiped
    public static Optional<Match> find(Credential credential, String shown, Instant now) {
        if (shown.length() < LEAST_SIGNS) {
            return Optional.empty();
        }
        var secret = credential.secret();
        return switch (credential.parameters()) {
            case Hotp hotp -> first(counters(hotp, shown), secret, shown, now);
            case TimeBased timed -> first(Stream.concat(near(timed, shown), far(timed)), secret, shown, now);
        };
    }

    private static Optional<Match> first(Stream<Trial> trials, Secret secret, String shown, Instant now) {
        return trials.flatMap(trial -> trial.match(secret, shown, now).stream()).findFirst();
    }

    private static Stream<Trial> near(TimeBased own, String shown) {
        return variations(own, shown).stream()
                .flatMap(variation -> nearest(NEAR).mapToObj(variation::at));
    }

    private static Stream<Trial> far(TimeBased own) {
        return nearest(QUARTERS)
                .filter(quarter -> quarter != 0)
                .map(quarter -> Math.round((double) quarter * QUARTER_SECONDS / own.period()))
                .flatMap(steps -> nearest(BESIDE_A_QUARTER).map(beside -> steps + beside))
                .mapToObj(steps -> new Trial(own, 0, steps));
    }

    private static Stream<Trial> counters(Hotp own, String shown) {
        var ahead = LongStream.concat(nearest(NEAR), LongStream.rangeClosed(NEAR + 1, COUNTER_AHEAD))
                .boxed()
                .toList();
        return variations(own, shown).stream()
                .flatMap(variation -> ahead.stream().map(variation::at))
                .filter(trial -> trial.steps() >= -own.counter() && trial.steps() <= Long.MAX_VALUE - own.counter());
    }

    /// 0, -1, 1, -2, 2 and so on.
    private static LongStream nearest(int most) {
        return LongStream.concat(
                LongStream.of(0), LongStream.rangeClosed(1, most).flatMap(step -> LongStream.of(-step, step)));
    }

    /// In which numbers the other device may differ, the fewest differences first.
    private static List<Variation> variations(OtpParameters own, String shown) {
        var all = new ArrayList<>(List.of(new Variation(own, 0, 0)));
        switch (own) {
            case Totp totp ->
                forms(totp.algorithm(), totp.digits(), shown)
                        .forEach(form -> PERIODS.forEach(period -> all.add(new Variation(
                                new Totp(form.algorithm(), form.digits(), period),
                                form.cut(),
                                form.differences() + (period == totp.period() ? 0 : 1)))));
            case Hotp hotp ->
                forms(hotp.algorithm(), hotp.digits(), shown)
                        .forEach(form -> all.add(new Variation(
                                new Hotp(form.algorithm(), form.digits(), hotp.counter()),
                                form.cut(),
                                form.differences())));
            case OtpParameters.Steam _, OtpParameters.Motp _, OtpParameters.Yandex _ -> {} // nothing of them can differ
        }
        if (own instanceof Totp totp && !PERIODS.contains(totp.period())) {
            forms(totp.algorithm(), totp.digits(), shown)
                    .forEach(form -> all.add(new Variation(
                            new Totp(form.algorithm(), form.digits(), totp.period()), form.cut(), form.differences())));
        }
        all.sort(Comparator.comparingInt(Variation::differences));
        return all;
    }

    private static Stream<Form> forms(HmacAlgorithm algorithm, int digits, String shown) {
        int length = shown.length();
        return Arrays.stream(HmacAlgorithm.values())
                .flatMap(other -> IntStream.rangeClosed(length, Math.min(MOST_DIGITS, length + MOST_CUT))
                        .mapToObj(made -> new Form(
                                other,
                                made,
                                made - length,
                                (other == algorithm ? 0 : 1) + (made == digits && made == length ? 0 : 1))));
    }

    private record Form(HmacAlgorithm algorithm, int digits, int cut, int differences) {}

    private record Variation(OtpParameters parameters, int cut, int differences) {
        Trial at(long steps) {
            return new Trial(parameters, cut, steps);
        }
    }

    private record Trial(OtpParameters parameters, int cut, long steps) {
        Optional<Match> match(Secret secret, String shown, Instant now) {
            var code = code(secret, now);
            var visible = code.text().substring(0, Math.max(0, code.text().length() - cut));
            return visible.equalsIgnoreCase(shown)
                    ? Optional.of(new Match(parameters, steps, cut, code))
                    : Optional.empty();
        }

        private Code code(Secret secret, Instant now) {
            return switch (parameters) {
                case Hotp hotp -> new Credential(secret, hotp.withCounter(hotp.counter() + steps)).codeAt(now);
                case TimeBased timed -> new Credential(secret, timed).codeAt(now.plusSeconds(steps * timed.period()));
            };
        }
    }
}
