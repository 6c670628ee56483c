package dev.tessera.clock;

import java.io.IOException;
import java.io.Serial;
import java.util.List;

/// The right time could not be found out.
public final class NoTimeException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    private final Kind kind;
    private final transient List<Answer> answers;

    /// Why not.
    public enum Kind {
        /// None of the servers told the time.
        NOBODY,
        /// They contradict each other, and there is no majority.
        DISAGREEMENT,
        /// What they say lies before this program was made.
        IMPLAUSIBLE,
        /// The page's server cannot be reached.
        NO_PAGE,
        /// Its certificate does not hold by this computer's clock, or at all.
        CERTIFICATE,
        /// The page bears no date, or none that can be read.
        NO_DATE
    }

    NoTimeException(Kind kind, List<Answer> answers) {
        super("the right time could not be found out: " + kind);
        this.kind = kind;
        this.answers = List.copyOf(answers);
    }

    public Kind kind() {
        return kind;
    }

    /// What the servers said, where servers were asked.
    public List<Answer> answers() {
        return answers;
    }
}
