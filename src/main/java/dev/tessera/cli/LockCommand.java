package dev.tessera.cli;

import dev.tessera.agent.AgentClient;
import dev.tessera.agent.Question;
import dev.tessera.agent.Reply;
import dev.tessera.agent.Seat;
import java.nio.file.Path;
import java.util.LinkedHashMap;
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
        footer = {"", "Where it is not open, nothing is done, and that is no error."})
final class LockCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Output output;

    @Option(
            names = "--vault",
            paramLabel = "FILE",
            description = "The vault to lock; otherwise that of TESSERA_VAULT, otherwise your usual one.")
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
    public Integer call() {
        var file = vault != null ? vault : VaultOptions.usual(command, surroundings);
        boolean window = locked(file, Seat.WINDOW);
        boolean agent = locked(file, Seat.AGENT);
        if (json.isGiven()) {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("file", file.toString());
            fields.put("window", window);
            fields.put("agent", agent);
            output.object(fields);
            return ExitCode.DONE.number();
        }
        if (window) {
            output.line("locked: the window");
        }
        if (agent) {
            output.line("locked: the agent");
        }
        if (!window && !agent) {
            output.note("neither a window nor an agent has this vault open");
        }
        return ExitCode.DONE.number();
    }

    private boolean locked(Path file, Seat seat) {
        return surroundings
                .machine()
                .sockets()
                .flatMap(folder -> AgentClient.ask(folder, file, seat, new Question(Question.Verb.LOCK, "")))
                .filter(reply -> reply.outcome() == Reply.Outcome.LOCKED)
                .isPresent();
    }
}
