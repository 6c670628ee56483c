package dev.tessera.cli;

import dev.tessera.agent.AgentClient;
import dev.tessera.agent.NoAnswerException;
import dev.tessera.agent.Question;
import dev.tessera.agent.Reply;
import dev.tessera.agent.Seat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `tessera lock`
@Command(
        name = "lock",
        description = "Lock the vault wherever it is open: in the window, and in tessera agent.",
        footer = {
            "",
            "Where it is not open, nothing is done, and that is not an error. It is an error if a program has it open",
            "and does not respond."
        })
final class LockCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Output output;

    @Option(
            names = "--vault",
            paramLabel = "FILE",
            description = "The vault to lock; otherwise the one in TESSERA_VAULT, otherwise your default one.")
    private @Nullable Path vault;

    @Mixin
    private final JsonOption json = new JsonOption();

    @Spec
    private CommandSpec command = CommandSpec.create(); // picocli puts the real one here

    LockCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        output = new Output(surroundings.terminal());
    }

    @Override
    public Integer call() throws Failure {
        var file = vault != null ? vault : VaultOptions.usual(command, surroundings);
        var silent = new ArrayList<String>();
        boolean window = isLocked(file, Seat.WINDOW, "the window", silent);
        boolean agent = isLocked(file, Seat.AGENT, "the agent", silent);
        tell(file, window, agent);
        if (!silent.isEmpty()) {
            throw new Failure(
                    ExitCode.FAILED,
                    String.join(" and ", silent) + " may still have this vault open: there is no response",
                    "if it is stopped, let it continue (kill -CONT) or end its process, then run tessera lock again");
        }
        if (!window && !agent && !json.isGiven()) {
            output.note("neither a window nor an agent has this vault open");
        }
        return ExitCode.DONE.number();
    }

    private void tell(Path file, boolean window, boolean agent) {
        if (json.isGiven()) {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("file", file.toString());
            fields.put("window", window);
            fields.put("agent", agent);
            output.object(fields);
            return;
        }
        if (window) {
            output.line("locked: the window");
        }
        if (agent) {
            output.line("locked: the agent");
        }
    }

    /// Whether it was locked just now.
    ///
    /// @param silent takes the name of who is there and does not answer
    private boolean isLocked(Path file, Seat seat, String name, List<String> silent) {
        var folder = surroundings.machine().sockets();
        if (folder.isEmpty()) {
            return false;
        }
        try {
            return AgentClient.ask(folder.get(), file, seat, new Question(Question.Verb.LOCK, ""))
                    .filter(reply -> reply.outcome() == Reply.Outcome.LOCKED)
                    .isPresent();
        } catch (NoAnswerException _) {
            silent.add(name);
            return false;
        }
    }
}
