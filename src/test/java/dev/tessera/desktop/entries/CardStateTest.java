package dev.tessera.desktop.entries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.desktop.Accounts;
import dev.tessera.otp.Code;
import dev.tessera.otp.OtpParameters.Hotp;
import dev.tessera.vault.Entry;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// RFC 6238 appendix B: at 59 s the code of the SHA1 secret is 94287082, of which six digits are 287082.
class CardStateTest {
    private static final Instant RFC_TIME = Instant.ofEpochSecond(59);
    private static final Optional<Copied> NOT_COPIED = Optional.empty();

    @Test
    void inTheLastSecondsTheNextCodeStandsBesideTheCurrentOne() {
        var state = at(RFC_TIME);
        assertThat(state.code()).isEqualTo("287 082");
        assertThat(state.line()).isEqualTo("next 359 152");
        assertThat(state.isNearEnd()).isTrue();
    }

    @Test
    void afterTheRollThePreviousCodeStaysForAWhile() {
        assertThat(at(Instant.ofEpochSecond(60)).line()).isEqualTo("was 287 082");
        assertThat(at(Instant.ofEpochSecond(63)).line()).isEqualTo("was 287 082");
        assertThat(at(Instant.ofEpochSecond(64)).line()).isEmpty();
    }

    @Test
    void aCopyTellsWhenItIsCleared() {
        var copied = Optional.of(new Copied(UUID.randomUUID(), "287082", Instant.ofEpochSecond(70)));
        assertThat(state(Instant.ofEpochSecond(42), copied).line()).isEqualTo("Copied · clears in 28 s");
    }

    @Test
    void inTheLastSecondsACopyDoesNotHideTheNextCode() {
        var copied = Optional.of(new Copied(UUID.randomUUID(), "287082", Instant.ofEpochSecond(80)));
        assertThat(state(RFC_TIME, copied).line()).isEqualTo("Copied · next 359 152");
    }

    @Test
    void aCounterCardShowsDotsUntilItsCodeIsAskedFor() {
        var parameters = (Hotp) Accounts.counter().credential().parameters();
        var waiting = CardState.of(parameters, Optional.empty(), RFC_TIME, NOT_COPIED);
        assertThat(waiting.code()).isEqualTo("••• •••");
        assertThat(waiting.isWaiting()).isTrue();
        assertThat(waiting.countdown()).isEmpty();
        var shown = CardState.of(parameters, Optional.of(Code.ofCounter("755224")), RFC_TIME, NOT_COPIED);
        assertThat(shown.code()).isEqualTo("755 224");
    }

    @Test
    void aScreenReaderHearsTheDigitsOneByOne() {
        var entry = Entry.create(Accounts.pexip(), RFC_TIME);
        assertThat(at(RFC_TIME).spoken(entry)).isEqualTo("Pexip, ann.larsen@example.org, code 2 8 7 0 8 2");
    }

    @Test
    void theCodesOfAStepHoldUntilItsEnd() {
        var codes = TimedCodes.at(Accounts.pexip().credential(), Instant.ofEpochSecond(30));
        assertThat(codes.holdAt(Instant.ofEpochSecond(59, 999_999_999))).isTrue();
        assertThat(codes.holdAt(Instant.ofEpochSecond(60))).isFalse();
        assertThat(codes.previous().text()).isEqualTo("755224");
    }

    @Test
    void itsTextHidesTheCode() {
        assertThat(at(RFC_TIME).toString()).doesNotContain("287").doesNotContain("359");
    }

    private static CardState at(Instant now) {
        return state(now, NOT_COPIED);
    }

    private static CardState state(Instant now, Optional<Copied> copied) {
        return CardState.of(TimedCodes.at(Accounts.pexip().credential(), now), now, copied);
    }
}
