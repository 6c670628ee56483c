package dev.tessera.cli;

import dev.tessera.clock.CodeClock;
import dev.tessera.clock.Correction;
import dev.tessera.clock.Lapse;

/// Tells that codes do not go by this computer's clock, or no longer go by another.
final class TimeNote {
    private TimeNote() {}

    /// That a correction is used, where a person may look; that one is no longer used, always.
    static void tell(Surroundings surroundings) {
        var output = new Output(surroundings.terminal());
        switch (surroundings.codeClock().state()) {
            case CodeClock.State.Plain _ -> {}
            case CodeClock.State.Corrected(var correction) -> {
                if (surroundings.terminal().canAsk() || surroundings.terminal().isInteractive()) {
                    output.note(inWords(correction) + "; tessera clock --reset ends that");
                }
            }
            case CodeClock.State.Lapsed(var lapse) ->
                output.warning(
                        "codes follow this computer's clock again: " + inWords(lapse),
                        "tessera clock --apply measures it again; tessera clock --reset ends this warning");
        }
    }

    static String inWords(Correction correction) {
        return "codes are made " + Spans.inWords(correction.amount())
                + (correction.amount().isNegative() ? " behind" : " ahead of") + " this computer's clock, as "
                + switch (correction.source()) {
                    case SERVERS, WEB, TYPED -> "it was measured";
                    case GIVEN -> "you said";
                };
    }

    private static String inWords(Lapse lapse) {
        return switch (lapse) {
            case CLOCK_SET -> "it was set since it was measured";
            case RESTARTED -> "the computer was restarted since it was measured";
            case FOLLOWS_NETWORK -> "the system now keeps it right over the network";
            case OLD -> "it was measured too long ago";
            case UNREADABLE -> "the measurement cannot be read";
        };
    }
}
