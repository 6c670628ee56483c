package dev.tessera.cli;

import dev.tessera.agent.Agent;
import dev.tessera.agent.Seat;
import dev.tessera.presence.Presence;
import dev.tessera.session.VaultSession;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `tessera agent`
@Command(
        name = "agent",
        description = "Keep the vault open and give its codes to tessera code, until it is locked.",
        footer = {
            "",
            "It ends when nobody has asked for a code for a while, on tessera lock, when the session is locked or the",
            "computer goes to sleep, and on a signal such as Ctrl+C. To run it in the background, type the passphrase,",
            "then press Ctrl+Z and run bg."
        })
final class AgentCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Output output;

    @Option(
            names = "--lock-after",
            paramLabel = "TIME",
            converter = TimeText.class,
            description = "How long it waits for the next request, such as 90s, 15m or 8h, or never; otherwise 15m.")
    private Duration lockAfter = Duration.ofMinutes(15);

    @Mixin
    private final VaultOptions vault = new VaultOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    AgentCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        output = new Output(surroundings.terminal());
    }

    @Override
    public Integer call() throws Failure, InterruptedException {
        try (var session = vault.unlock(surroundings)) {
            var open = new OpenWhile(session, surroundings.clock(), lockAfter);
            var agent = Agent.open(
                            surroundings.machine().sockets(),
                            Seat.AGENT,
                            session.file(),
                            open,
                            surroundings.codeClock(),
                            open::end)
                    .orElseThrow(() -> new Failure(
                            ExitCode.FAILED,
                            "no agent can be started here",
                            "perhaps one has this vault open already: tessera lock ends it"));
            serve(session, agent, open);
        }
        return ExitCode.DONE.number();
    }

    private void serve(VaultSession session, Agent agent, OpenWhile open) throws InterruptedException {
        // A signal ends the process at once: what is left of it is cleared away beside.
        var ending = Thread.ofPlatform().unstarted(() -> {
            open.end();
            agent.close();
            session.close();
        });
        Runtime.getRuntime().addShutdownHook(ending);
        try (agent;
                var presence = Presence.ofThisDesktop()) {
            Thread.ofPlatform().daemon().name("tessera-presence").start(() -> presence.listen(listener(open)));
            tell(session);
            open.awaitEnd();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(ending);
        } catch (IllegalStateException _) {
            // A signal has come, and the hook does its work already.
        }
    }

    private void tell(VaultSession session) {
        if (json.isGiven()) {
            var fields = new LinkedHashMap<String, Object>();
            fields.put("file", session.file().toString());
            fields.put("serving", true);
            output.object(fields);
        } else {
            output.note("tessera code now gets its codes here; tessera lock ends it");
        }
    }

    private static Presence.Listener listener(OpenWhile open) {
        return new Presence.Listener() {
            @Override
            public void sessionLocked() {
                open.end();
            }

            @Override
            public void aboutToSleep() {
                open.end();
            }
        };
    }
}
