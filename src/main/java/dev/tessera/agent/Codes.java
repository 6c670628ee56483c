package dev.tessera.agent;

import dev.tessera.clock.CodeClock;
import dev.tessera.session.EntryQuery;
import dev.tessera.session.VaultSession;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Vault;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// Answers questions about the vault that is open, if one is.
final class Codes {
    private final Supplier<Optional<VaultSession>> open;
    private final CodeClock clock;

    Codes(Supplier<Optional<VaultSession>> open, CodeClock clock) {
        this.open = open;
        this.clock = clock;
    }

    /// Empty if nothing is open, or was locked before the answer was ready: half of a secret that is being wiped makes
    /// wrong codes.
    Optional<Reply> about(Question question) {
        var session = open.get();
        try {
            var reply = session.map(present -> about(question, lookedAround(present)))
                    .map(this::timed);
            return session.equals(open.get()) ? reply : Optional.empty();
        } catch (IllegalStateException _) {
            return Optional.empty(); // it is wiped already
        }
    }

    /// With the time that its codes go by.
    private Reply timed(Reply reply) {
        return reply.by(clock.amount().toMillis(), clock.state() instanceof CodeClock.State.Lapsed);
    }

    /// With what others have saved meanwhile, such as the command line itself.
    private static Vault lookedAround(VaultSession session) {
        try {
            session.refresh();
        } catch (IOException _) {
            // The file has gone or is damaged: what is open makes right codes all the same, and the next save tells.
        }
        return session.vault();
    }

    private Reply about(Question question, Vault vault) {
        var fitting = new EntryQuery(question.query()).in(vault);
        if (fitting.isEmpty()) {
            return Reply.of(Reply.Outcome.NOTHING);
        }
        if (question.verb() == Question.Verb.CODES) {
            var now = clock.instant();
            return Reply.of(
                    Reply.Outcome.GIVEN,
                    fitting.stream().map(entry -> offer(entry, vault, now)).toList());
        }
        if (question.verb() == Question.Verb.NAMES) {
            return Reply.of(Reply.Outcome.NAMED, names(fitting, vault));
        }
        return fitting.size() == 1
                ? only(fitting.getFirst(), vault)
                : Reply.of(Reply.Outcome.SEVERAL, names(fitting, vault));
    }

    private static List<Offer> names(List<Entry> fitting, Vault vault) {
        return fitting.stream().map(entry -> Offer.of(entry, vault)).toList();
    }

    private Reply only(Entry entry, Vault vault) {
        var offer = offer(entry, vault, clock.instant());
        var outcome = offer.kind().isCounterBased() ? Reply.Outcome.COUNTER_BASED : Reply.Outcome.GIVEN;
        return Reply.of(outcome, List.of(offer));
    }

    private static Offer offer(Entry entry, Vault vault, Instant now) {
        var offer = Offer.of(entry, vault);
        return offer.kind().isCounterBased()
                ? offer
                : offer.with(entry.account().credential().codeAt(now));
    }
}
