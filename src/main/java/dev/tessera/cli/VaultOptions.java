package dev.tessera.cli;

import dev.tessera.agent.AgentClient;
import dev.tessera.agent.NoAnswerException;
import dev.tessera.agent.Question;
import dev.tessera.agent.Reply;
import dev.tessera.crypto.Passphrase;
import dev.tessera.session.VaultSession;
import dev.tessera.vault.file.WrongPassphraseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Which vault, and how it is unlocked.
final class VaultOptions {
    private static final int TRIES = 3;

    @Option(
            names = "--vault",
            paramLabel = "FILE",
            description = "The vault to use; otherwise the one in TESSERA_VAULT, otherwise your default one.")
    private @Nullable Path vault;

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            description = "Read the passphrase from the first line of FILE; otherwise you are asked.")
    private @Nullable Path passphraseFile;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    /// `--vault` after the command, or before it, or the usual place.
    Path file(Surroundings surroundings) {
        if (vault != null) {
            return vault;
        }
        return usual(command, surroundings);
    }

    /// `--vault` before the command, or the usual place.
    static Path usual(@Nullable CommandSpec command, Surroundings surroundings) {
        return command != null && command.root().userObject() instanceof TesseraCommand root
                ? root.vault()
                : VaultLocation.usual(surroundings.machine());
    }

    /// Asks whoever has the vault open, unless the person says how to unlock it.
    ///
    /// @return empty if nobody has, or does not answer, which is told: then the passphrase is the way
    Optional<Reply> ask(Surroundings surroundings, Question question) {
        var folder = surroundings.machine().sockets();
        if (passphraseFile != null || folder.isEmpty()) {
            return Optional.empty();
        }
        if (!surroundings.machine().unanswered()) {
            try {
                return AgentClient.ask(folder.get(), file(surroundings), question);
            } catch (NoAnswerException _) {
                // told below
            }
        }
        new Output(surroundings.terminal())
                .note("the window or the agent that has the vault open does not respond: the passphrase is needed");
        return Optional.empty();
    }

    /// Opens the vault. A wrong passphrase can be typed anew twice.
    VaultSession unlock(Surroundings surroundings) throws Failure {
        var file = file(surroundings);
        requireThere(file);
        var output = new Output(surroundings.terminal());
        for (int tries = 1; ; tries++) {
            try (var passphrase = passphrase(surroundings, output)) {
                var session = VaultSession.unlock(file, passphrase, surroundings.clock());
                VaultTrouble.warnIfOlder(session, output);
                return session;
            } catch (WrongPassphraseException e) {
                if (passphraseFile != null || tries == TRIES) {
                    throw VaultTrouble.with(file, e);
                }
                output.note(
                        switch (e.kind()) {
                            case PASSPHRASE -> "wrong passphrase, try again";
                            case OTHER_RECOVERY_KEY -> "this is not the recovery key of this vault, try another";
                            case MISTYPED_RECOVERY_KEY ->
                                "a typing mistake in the recovery key, try again: it has fourteen groups of four";
                        });
            } catch (IOException e) {
                throw VaultTrouble.with(file, e);
            }
        }
    }

    /// Has the passphrase typed once more, for what gives the secrets away. A passphrase out of a file was meant.
    ///
    /// @throws Failure if it is not that of the vault
    void confirm(VaultSession session, Surroundings surroundings, String question) throws Failure {
        if (passphraseFile != null) {
            return;
        }
        var prompt = new Prompt(surroundings.terminal());
        for (int tries = 1; ; tries++) {
            try (var passphrase = prompt.passphrase(question, "--passphrase-file")) {
                if (session.isPassphrase(passphrase)) {
                    return;
                }
            } catch (IOException e) {
                throw VaultTrouble.with(session.file(), e);
            }
            if (tries == TRIES) {
                throw new Failure(ExitCode.NOT_UNLOCKED, "wrong passphrase, nothing was written", "try again");
            }
            new Output(surroundings.terminal()).note("wrong passphrase, try again");
        }
    }

    private Passphrase passphrase(Surroundings surroundings, Output output) throws Failure {
        return passphraseFile != null
                ? PassphraseFile.read(passphraseFile, output)
                : new Prompt(surroundings.terminal()).passphrase("Passphrase: ", "--passphrase-file");
    }

    /// That of a vault to be made.
    Passphrase newPassphrase(Surroundings surroundings) throws Failure {
        return passphraseFile != null
                ? PassphraseFile.read(passphraseFile, new Output(surroundings.terminal()))
                : new Prompt(surroundings.terminal()).newPassphrase("--passphrase-file");
    }

    /// Before anybody is asked for its passphrase.
    private static void requireThere(Path file) throws Failure {
        if (!Files.exists(file)) {
            throw VaultTrouble.missing(file);
        }
        if (!Files.isRegularFile(file)) {
            throw new Failure(
                    ExitCode.VAULT_UNUSABLE,
                    Shown.text(file.toString()) + " is not a file",
                    "give the vault's file with --vault FILE");
        }
    }
}
