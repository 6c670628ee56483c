package dev.tessera.cli;

import dev.tessera.agent.AgentClient;
import dev.tessera.agent.NoAnswerException;
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

    /// The same, and that nobody is to be asked again (`EX_UNAVAILABLE`).
    private static final int NO_ANSWER = 69;

    /// By this the launcher passes that on.
    private static final String UNANSWERED = "tessera.unanswered";

    private QuickCode() {}

    /// What came of it. If it was not done, nothing was printed.
    public enum Ending {
        DONE,
        NOT_HERE,
        /// Somebody has the vault open and does not answer.
        NO_ANSWER
    }

    /// @param arguments the command line
    public static void main(String[] arguments) {
        var ending = run(arguments);
        if (ending != Ending.DONE) {
            // exit() first loads a logger for itself
            Runtime.getRuntime().halt(ending == Ending.NO_ANSWER ? NO_ANSWER : NOT_HERE);
        }
    }

    /// Does it if it can.
    ///
    /// @param arguments the command line
    public static Ending run(String[] arguments) {
        if (arguments.length == 0 || !arguments[0].equals("code")) {
            return Ending.NOT_HERE;
        }
        if (Boolean.getBoolean(UNANSWERED)) {
            return Ending.NO_ANSWER;
        }
        var words = new StringBuilder();
        var file = "";
        for (int i = 1; i < arguments.length; i++) {
            var argument = arguments[i];
            if (!argument.startsWith("-")) {
                words.append(argument).append(' ');
            } else if (argument.equals("--vault")
                    && file.isEmpty()
                    && i + 1 < arguments.length
                    && !arguments[i + 1].isEmpty()) {
                file = arguments[++i];
            } else {
                return Ending.NOT_HERE;
            }
        }
        if (!words.isEmpty() && !saysSomething(words)) {
            return Ending.NOT_HERE; // the whole program refuses blank words
        }
        try {
            var reply = reply(words.toString(), file);
            if (reply.isPresent()) {
                tell(reply.get());
            }
            return reply.isPresent() ? Ending.DONE : Ending.NOT_HERE;
        } catch (NoAnswerException _) {
            return Ending.NO_ANSWER;
        }
    }

    private static boolean saysSomething(CharSequence words) {
        for (int i = 0; i < words.length(); i++) {
            if (Character.isLetterOrDigit(words.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Reply> reply(String words, String file) throws NoAnswerException {
        var machine = Machine.current();
        var folder = machine.sockets();
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        try {
            var vault = file.isEmpty() ? VaultLocation.usual(machine) : Path.of(file);
            var question = new Question(Question.Verb.CODE, words);
            var reply = AgentClient.ask(folder.get(), vault, question);
            if (reply.isPresent() && isOver(reply.get())) {
                reply = AgentClient.ask(folder.get(), vault, question);
            }
            // What there is to tell of a clock that was set, the whole program tells.
            return reply.isPresent()
                            && reply.get().outcome() == Reply.Outcome.GIVEN
                            && !reply.get().lapsed()
                    ? reply
                    : Optional.empty();
        } catch (InvalidPathException _) {
            return Optional.empty(); // the whole program says so
        }
    }

    /// Whether it bears a code whose time ended on the way.
    private static boolean isOver(Reply reply) {
        return reply.outcome() == Reply.Outcome.GIVEN && secondsLeft(reply) == 0;
    }

    private static long secondsLeft(Reply reply) {
        return reply.offers().getFirst().secondsLeft(System.currentTimeMillis() + reply.ahead());
    }

    @SuppressWarnings("UnnecessaryStringBuilder") // as above
    private static void tell(Reply reply) {
        var offer = reply.offers().getFirst();
        System.out.println(offer.code());
        System.out.flush();
        System.err.println(new StringBuilder("tessera: note: ")
                .append(Harmless.name(offer.issuer(), offer.accountName()))
                .append(", valid for ")
                .append(secondsLeft(reply))
                .append(" s"));
        if (reply.ahead() != 0) {
            System.err.println(new StringBuilder("tessera: note: codes are made ")
                    .append(Math.abs(reply.ahead() / 1000))
                    .append(reply.ahead() > 0 ? " s ahead of" : " s behind")
                    .append(" this computer's clock; tessera clock --reset ends that"));
        }
    }
}
