package dev.tessera.desktop.add;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.desktop.Accounts;
import dev.tessera.desktop.form.ParametersForm.Kind;
import dev.tessera.otp.Account;
import dev.tessera.otp.HmacAlgorithm;
import dev.tessera.otp.OtpParameters;
import dev.tessera.vault.Entry;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypeInViewModelTest {
    /// The secret of RFC 6238 appendix B in Base32, as a site would print it.
    private static final String RFC_SECRET = "gezd gnbv gy3t qojq gezd gnbv gy3t qojq";

    private final TypeInViewModel form = new TypeInViewModel(_ -> Optional.empty());

    @Test
    void aSecretAloneIsEnough() {
        form.secretProperty().set(RFC_SECRET);
        assertThat(account().credential().codeAt(Instant.ofEpochSecond(59)).text())
                .isEqualTo("287082");
        assertThat(account().credential().parameters()).isEqualTo(OtpParameters.Totp.standard());
    }

    @Test
    void namesAreTrimmed() {
        form.secretProperty().set(RFC_SECRET);
        form.issuerProperty().set("  Acme ");
        form.accountNameProperty().set(" ann\t");
        assertThat(account().issuer()).isEqualTo("Acme");
        assertThat(account().accountName()).isEqualTo("ann");
    }

    @Test
    void anEmptyFormSaysNothingAndMakesNothing() {
        form.issuerProperty().set("Acme");
        assertThat(form.accountProperty().get()).isEmpty();
        assertThat(form.checkProperty().get()).isEqualTo(new TypeInViewModel.Check("", "", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "GEZD 8NBV, “8” at position 6",
        "GEZDGNBÜ, “Ü” at position 8",
        "0EZD, “0” at position 1",
        "GEZD_GNBV, “_” at position 5",
        "GEZD==GN, “G” at position 7"
    })
    void theWrongSignIsNamedWithItsPlace(String typed, String named) {
        form.secretProperty().set(typed);
        assertThat(form.checkProperty().get().secretProblem()).startsWith(named);
        assertThat(form.accountProperty().get()).isEmpty();
    }

    @Test
    void aWrongSignPutRightIsForgotten() {
        form.secretProperty().set("GEZD8");
        form.secretProperty().set(RFC_SECRET);
        assertThat(form.checkProperty().get().secretProblem()).isEmpty();
        assertThat(form.accountProperty().get()).isPresent();
    }

    @Test
    void aShortSecretIsTakenWithAWarning() {
        form.secretProperty().set("GEZD GNBV");
        assertThat(form.accountProperty().get()).isPresent();
        assertThat(form.checkProperty().get().warning()).contains("short");
    }

    @Test
    void aDuplicateIsNamed() {
        var present = Entry.create(Accounts.pexip(), Instant.EPOCH);
        var duplicates = new TypeInViewModel(_ -> Optional.of(present));
        duplicates.secretProperty().set(RFC_SECRET);
        assertThat(duplicates.checkProperty().get().warning()).isEqualTo("Already in your vault as Pexip.");
    }

    @Nested
    class More {
        More() {
            form.secretProperty().set(RFC_SECRET);
        }

        @Test
        void everyParameterCanBeSet() {
            form.parameters().algorithmProperty().set(HmacAlgorithm.SHA512);
            form.parameters().digitsProperty().set("8");
            form.parameters().periodProperty().set("60");
            assertThat(account().credential().parameters())
                    .isEqualTo(new OtpParameters.Totp(HmacAlgorithm.SHA512, 8, 60));
        }

        @Test
        void aCounterStartsWhereThePersonSays() {
            form.parameters().kindProperty().set(Kind.COUNTER);
            form.parameters().counterProperty().set("9223372036854775807");
            assertThat(account().credential().parameters())
                    .isEqualTo(new OtpParameters.Hotp(HmacAlgorithm.SHA1, 6, Long.MAX_VALUE));
        }

        @Test
        void steamAsksForNothingElse() {
            form.parameters().digitsProperty().set("nonsense");
            form.parameters().kindProperty().set(Kind.STEAM);
            assertThat(account().credential().parameters()).isEqualTo(new OtpParameters.Steam());
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "0", "11", "six", "-6", "6.0", "٦", "99999999999999999999"})
        void wrongDigitsAreRefused(String digits) {
            form.parameters().digitsProperty().set(digits);
            assertThat(form.checkProperty().get().numberProblem()).isEqualTo("Digits must be 1 to 10.");
            assertThat(form.accountProperty().get()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "0", "86401"})
        void aWrongPeriodIsRefused(String period) {
            form.parameters().periodProperty().set(period);
            assertThat(form.checkProperty().get().numberProblem()).isEqualTo("Seconds must be 1 to 86400.");
        }

        @ParameterizedTest
        @ValueSource(strings = {"", "-1", "9223372036854775808"})
        void aWrongCounterIsRefused(String counter) {
            form.parameters().kindProperty().set(Kind.COUNTER);
            form.parameters().counterProperty().set(counter);
            assertThat(form.checkProperty().get().numberProblem()).isEqualTo("The counter must be 0 or more.");
        }
    }

    private Account account() {
        return form.accountProperty().get().orElseThrow();
    }
}
