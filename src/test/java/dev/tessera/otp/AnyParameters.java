package dev.tessera.otp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Every way in which codes can be made.
public final class AnyParameters {
    private AnyParameters() {}

    public static Arbitrary<OtpParameters> arbitrary() {
        var hashes = Arbitraries.of(HmacAlgorithm.class);
        var digits = Arbitraries.integers().between(1, 10);
        var pins = Arbitraries.strings()
                .numeric()
                .ofMinLength(4)
                .ofMaxLength(16)
                .map(pin -> Secret.copyOf(pin.getBytes(US_ASCII)));
        return Arbitraries.oneOf(
                Combinators.combine(hashes, digits, Arbitraries.integers().between(1, 86_400))
                        .as(OtpParameters.Totp::new),
                Combinators.combine(hashes, digits, Arbitraries.longs().between(0, Long.MAX_VALUE))
                        .as(OtpParameters.Hotp::new),
                Arbitraries.just(OtpParameters.Totp.standard()),
                Arbitraries.just(new OtpParameters.Steam()),
                pins.map(OtpParameters.Motp::new),
                pins.map(OtpParameters.Yandex::new));
    }
}
