package dev.tessera.walk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoginWalkTest {
    @Test
    void itWalksTheWholeWayWithAResetAndASecondEnrolment() throws IOException {
        var told = new ByteArrayOutputStream();
        LoginWalk.run(Optional.of("Acme"), new PrintStream(told, true, UTF_8));
        assertThat(told.toString(UTF_8).lines())
                .filteredOn(line -> line.matches(" ?\\d+ .*"))
                .hasSize(11);
        assertThat(told.toString(UTF_8)).contains("carries it out").endsWith("The whole process was completed.\n");
    }
}
