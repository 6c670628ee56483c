package dev.tessera.cli;

import dev.tessera.agent.AgentClient;
import dev.tessera.agent.Offer;
import dev.tessera.agent.Question;
import dev.tessera.agent.Reply;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/// `tessera code QUERY…` where somebody has the vault open: the same as [CodeCommand], with as few classes as can be.
/// The launcher runs it alone, with nothing but our own jar; whatever it does not know, the whole program does.
///
/// No lambdas, no streams, no `+` between texts: each of them loads more than all the rest.
public final class QuickCode {
    /// Says to the launcher that the whole program is to do it (`EX_TEMPFAIL` of sysexits.h); no command ends so.
    private static final int NOT_HERE = 75;

    private QuickCode() {}

    /// @param arguments the command line
    public static void main(String[] arguments) {
        if (!isDone(arguments)) {
            Runtime.getRuntime().halt(NOT_HERE); // exit() first loads a logger for itself
        }
    }

    /// Does it if it can.
    ///
    /// @param arguments the command line
    /// @return whether it was done; if not, nothing was printed
    public static boolean isDone(String[] arguments) {
        if (arguments.length == 0 || !arguments[0].equals("code")) {
            return false;
        }
        var words = new StringBuilder();
        var file = "";
        for (int i = 1; i < arguments.length; i++) {
            var argument = arguments[i];
            if (!argument.startsWith("-")) {
                words.append(argument).append(' ');
            } else if (argument.equals("--vault") && file.isEmpty() && i + 1 < arguments.length) {
                file = arguments[++i];
            } else {
                return false;
            }
        }
        var offer = offer(words.toString(), file);
        if (offer.isPresent()) {
            tell(offer.get());
        }
        return offer.isPresent();
    }

    private static Optional<Offer> offer(String words, String file) {
        var machine = Machine.current();
        var folder = machine.sockets();
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        try {
            var vault = file.isEmpty() ? VaultLocation.usual(machine) : Path.of(file);
            var reply = AgentClient.ask(folder.get(), vault, new Question(Question.Verb.CODE, words));
            return reply.isPresent() && reply.get().outcome() == Reply.Outcome.GIVEN
                    ? Optional.of(reply.get().offers().getFirst())
                    : Optional.empty();
        } catch (InvalidPathException _) {
            return Optional.empty(); // the whole program says so
        }
    }

    @SuppressWarnings("UnnecessaryStringBuilder") // as above
    private static void tell(Offer offer) {
        System.out.println(offer.code());
        System.out.flush();
        System.err.println(new StringBuilder("tessera: note: ")
                .append(Harmless.name(offer.issuer(), offer.accountName()))
                .append(", valid for ")
                .append(offer.secondsLeft(System.currentTimeMillis()))
                .append(" s"));
    }
}
