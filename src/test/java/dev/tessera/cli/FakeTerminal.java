package dev.tessera.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;

/// Streams in memory, and a person who types what the test says. Its time passes only when somebody waits.
final class FakeTerminal implements Terminal {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PrintStream outStream = new PrintStream(out, true, UTF_8);
    private final PrintStream errStream = new PrintStream(err, true, UTF_8);
    private final Queue<String> answers = new ArrayDeque<>();
    private final FakeClock clock;
    private InputStream in = InputStream.nullInputStream();
    private int waitsBeforeEnd;

    final List<String> questions = new ArrayList<>();
    final List<Duration> waits = new ArrayList<>();
    boolean interactive;

    /// Run each time that somebody waits.
    Runnable onWait = () -> {};

    FakeTerminal(FakeClock clock) {
        this.clock = clock;
    }

    void type(String... lines) {
        answers.addAll(List.of(lines));
    }

    void pipe(String text) {
        in = new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    void pipe(byte[] bytes) {
        in = new ByteArrayInputStream(bytes);
    }

    void endInputAfter(int waitsUntilThen) {
        waitsBeforeEnd = waitsUntilThen;
    }

    String outText() {
        return out.toString(UTF_8);
    }

    String errText() {
        return err.toString(UTF_8);
    }

    @Override
    public InputStream in() {
        return in;
    }

    @Override
    public PrintStream out() {
        return outStream;
    }

    @Override
    public PrintStream err() {
        return errStream;
    }

    @Override
    public boolean isInteractive() {
        return interactive;
    }

    @Override
    public Size size() {
        return Size.USUAL;
    }

    @Override
    public boolean canAsk() {
        return !answers.isEmpty();
    }

    @Override
    public char[] askHidden(String prompt) {
        questions.add(prompt);
        return answers.remove().toCharArray();
    }

    @Override
    public boolean inputEndsWithin(Duration time) {
        waits.add(time);
        onWait.run();
        if (waitsBeforeEnd-- == 0) {
            return true;
        }
        clock.pass(time);
        return false;
    }
}
