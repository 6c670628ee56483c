package dev.tessera.cli;

import dev.tessera.otp.HmacAlgorithm;
import dev.tessera.otp.OtpParameters;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// How codes are made, where a site has told it otherwise than its QR code did.
final class KindOptions {
    @Option(names = "--algorithm", paramLabel = "NAME", description = "SHA1, SHA256 or SHA512.")
    private @Nullable HmacAlgorithm algorithm;

    @Option(names = "--digits", paramLabel = "COUNT", description = "How many digits a code has, 1 to 10.")
    private @Nullable Integer digits;

    @Option(names = "--period", paramLabel = "SECONDS", description = "How long a code is valid, 1 to 86400.")
    private @Nullable Integer period;

    @Option(names = "--counter", paramLabel = "NUMBER", description = "The counter of the next code.")
    private @Nullable Long counter;

    boolean isGiven() {
        return algorithm != null || digits != null || period != null || counter != null;
    }

    /// @throws IllegalArgumentException if this kind has no such numbers, or not these
    OtpParameters applied(OtpParameters parameters) {
        if (!isGiven()) {
            return parameters;
        }
        return switch (parameters) {
            case OtpParameters.Totp totp
            when counter == null ->
                new OtpParameters.Totp(
                        Objects.requireNonNullElse(algorithm, totp.algorithm()),
                        Objects.requireNonNullElse(digits, totp.digits()),
                        Objects.requireNonNullElse(period, totp.period()));
            case OtpParameters.Hotp hotp
            when period == null ->
                new OtpParameters.Hotp(
                        Objects.requireNonNullElse(algorithm, hotp.algorithm()),
                        Objects.requireNonNullElse(digits, hotp.digits()),
                        Objects.requireNonNullElse(counter, hotp.counter()));
            case OtpParameters.Totp _ ->
                throw new IllegalArgumentException("this account has no counter: its codes follow the clock");
            case OtpParameters.Hotp _ ->
                throw new IllegalArgumentException("this account has no period: its codes follow a counter");
            case OtpParameters.Steam _, OtpParameters.Motp _, OtpParameters.Yandex _ ->
                throw new IllegalArgumentException("the codes of this account are of a type that cannot be changed");
        };
    }
}
