package dev.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TroubleTest {
    private final FakeTerminal terminal = new FakeTerminal(new FakeClock(Instant.EPOCH));
    private final Trouble trouble = new Trouble(new Output(terminal));

    @Test
    void tooLittleMemoryIsNoFault() {
        assertThat(trouble.tell(new OutOfMemoryError("Java heap space"))).isEqualTo(ExitCode.FAILED.number());
        assertThat(terminal.errText()).contains("there is not enough memory").contains("TESSERA_JAVA_OPTIONS");
    }

    @Test
    void aFaultTellsWhereButNothingOfWhatItHeld() {
        assertThat(trouble.tell(new AssertionError("the secret"))).isEqualTo(ExitCode.FAULT.number());
        assertThat(terminal.errText())
                .contains("AssertionError at TroubleTest.java")
                .contains("please report")
                .doesNotContain("the secret");
    }
}
