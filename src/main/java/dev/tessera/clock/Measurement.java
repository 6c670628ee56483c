package dev.tessera.clock;

import java.util.List;

/// What was found out about this computer's clock.
///
/// @param offset how far it is off
/// @param source by what that is known
/// @param asked the servers of [Source#SERVERS] in the order in which they were named; otherwise empty
public record Measurement(Offset offset, Source source, List<Asked> asked) {

    public Measurement {
        asked = List.copyOf(asked);
    }

    /// One server.
    ///
    /// @param agrees whether it is among those that agree
    public record Asked(Answer answer, boolean agrees) {}

    static Measurement of(Offset offset, Source source) {
        return new Measurement(offset, source, List.of());
    }

    /// How many servers told the time.
    public int told() {
        return (int) asked.stream()
                .filter(one -> one.answer() instanceof Answer.Told)
                .count();
    }

    /// Whether anything confirms it, or the person has chosen the one source.
    public boolean isConfirmed() {
        return asked.size() < 2 || agreeing() > 1;
    }

    /// How many of them agree.
    public int agreeing() {
        return (int) asked.stream().filter(Asked::agrees).count();
    }
}
