package dev.tessera.desktop.pick;

import dev.tessera.agent.Kind;
import dev.tessera.agent.NoAnswerException;
import dev.tessera.agent.Offer;
import dev.tessera.agent.Question;
import dev.tessera.agent.Reply;
import dev.tessera.agent.Reply.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Whoever has the vault open: answers as the real one would, at second 59 of the RFC's times.
public final class FakeAgent implements Asking {
    static final String PEXIP = "00000000-0000-0000-0000-000000000001";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    public volatile boolean isOpen = true;
    volatile boolean isSilent;
    volatile boolean isEmpty;

    /// Each question as a verb and a query.
    List<String> asked() {
        return asked;
    }

    @Override
    public Optional<Reply> ask(Question question) throws NoAnswerException {
        asked.add(question.verb() + " " + question.query());
        if (isSilent) {
            throw silence();
        }
        if (!isOpen) {
            return Optional.empty();
        }
        if (isEmpty) {
            return Optional.of(new Reply(Outcome.NOTHING, List.of(), 0, false));
        }
        return Optional.of(
                question.verb() == Question.Verb.NAMES
                        ? new Reply(Outcome.NAMED, names(), 0, false)
                        : new Reply(
                                Outcome.GIVEN,
                                names().stream()
                                        .filter(offer -> offer.id().equals(question.query()))
                                        .map(offer -> new Offer(
                                                offer.id(),
                                                offer.issuer(),
                                                offer.accountName(),
                                                offer.kind(),
                                                offer.tags(),
                                                "287082",
                                                30,
                                                60))
                                        .toList(),
                                0,
                                false));
    }

    private static List<Offer> names() {
        return List.of(
                name(1, "Pexip", "ann", "totp", "Work"),
                name(2, "GitHub", "bob", "totp"),
                name(3, "GitHub Enterprise", "bob", "totp"),
                name(4, "Bank", "ann", Kind.COUNTER_BASED));
    }

    private static Offer name(int number, String issuer, String account, String type, String... tags) {
        return new Offer(
                "00000000-0000-0000-0000-00000000000" + number,
                issuer,
                account,
                new Kind(type, "SHA1", 6, type.equals("totp") ? 30 : 0),
                List.of(tags),
                "",
                0,
                0);
    }

    /// Its constructor is the client's own.
    private static NoAnswerException silence() {
        try {
            var made = NoAnswerException.class.getDeclaredConstructor();
            made.setAccessible(true);
            return made.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the exception of the client has changed", e);
        }
    }
}
