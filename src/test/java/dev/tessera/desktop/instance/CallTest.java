package dev.tessera.desktop.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CallTest {
    private static final Call CALL =
            new Call(List.of("otpauth://totp/Käse?secret=JBSWY3DPEHPK3PXP", "otpauth:b"), true);
    private static final int FRONT = 5;
    private static final int LENGTH = 6;
    private static final int TEXT = 10;

    @Test
    void comesBackAsItWas() throws IOException {
        for (var call : List.of(CALL, new Call(List.of(), true), new Call(List.of(), false))) {
            assertThat(read(call.bytes().orElseThrow())).contains(call);
        }
    }

    @Test
    void isWrittenAsThePageOfItsClassSays() {
        assertThat(new Call(List.of("ab"), true).bytes())
                .contains(new byte[] {'T', 'S', 'R', 'A', 1, 1, 0, 0, 0, 3, 'a', 'b', 0});
    }

    @Test
    void holdsNoMoreThanItsBound() {
        var longest = "x".repeat(Call.MOST_BYTES - 1);
        assertThat(new Call(List.of(longest), true).bytes()).isPresent();
        assertThat(new Call(List.of(longest + "x"), true).bytes()).isEmpty();
        assertThat(new Call(List.of(longest, "x"), true).bytes()).isEmpty();
    }

    @Test
    void whatBreaksOffIsRefused() {
        byte[] whole = CALL.bytes().orElseThrow();
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(part)).as("%d bytes", length).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void whatIsNoCallIsNone() throws IOException {
        assertThat(changed(bytes -> bytes[0] = 'X')).as("another program").isEmpty();
        assertThat(changed(bytes -> bytes[4] = 2)).as("another version").isEmpty();
        assertThat(changed(bytes -> bytes[FRONT] = 2)).as("neither yes nor no").isEmpty();
        assertThat(changed(bytes -> bytes[LENGTH] = -1))
                .as("a length below zero")
                .isEmpty();
        assertThat(changed(bytes -> bytes[LENGTH + 1] = 1))
                .as("more than its bound")
                .isEmpty();
        assertThat(changed(bytes -> bytes[TEXT] = (byte) 0xff)).as("not UTF-8").isEmpty();
        assertThat(changed(bytes -> bytes[TEXT] = 0)).as("an empty link").isEmpty();
        assertThat(changed(bytes -> bytes[bytes.length - 1] = 'x')).as("no end").isEmpty();
    }

    @Test
    void whatCannotBeSaidIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Call(List.of(""), true));
        assertThatIllegalArgumentException().isThrownBy(() -> new Call(List.of("a\0b"), true));
    }

    @Test
    void hidesItsLinks() {
        assertThat(CALL.toString()).doesNotContain("JBSW").contains("2 links hidden");
    }

    private static Optional<Call> changed(Consumer<byte[]> change) throws IOException {
        byte[] bytes = new Call(List.of("otpauth:a"), true).bytes().orElseThrow();
        assertThat(new String(bytes, StandardCharsets.US_ASCII)).contains("otpauth:a");
        change.accept(bytes);
        return read(bytes);
    }

    private static Optional<Call> read(byte[] bytes) throws IOException {
        return Call.read(new ByteArrayInputStream(bytes));
    }
}
