package dev.tessera.cli;

import dev.tessera.crypto.Passphrase;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Function;

/// Asks the person for what must not be seen.
final class Prompt {
    private final Terminal terminal;

    Prompt(Terminal terminal) {
        this.terminal = terminal;
    }

    /// @param instead what to do where nobody can be asked
    /// @throws Failure if there is no terminal, or nothing was typed
    char[] hidden(String question, String instead) throws Failure {
        if (!terminal.canAsk()) {
            throw new Failure(ExitCode.NOT_UNLOCKED, "there is no terminal to ask on", instead);
        }
        char[] typed;
        try {
            typed = terminal.askHidden(question);
        } catch (IOException e) {
            throw Failure.ofSentences(ExitCode.NOT_UNLOCKED, String.valueOf(e.getMessage()), instead);
        }
        if (typed.length == 0) {
            throw new Failure(ExitCode.NOT_UNLOCKED, "nothing was typed", "run it again, or " + instead);
        }
        return typed;
    }

    Passphrase passphrase(String question, String option) throws Failure {
        return taken(hidden(question, "give the option " + option + " FILE"), Passphrase::copyOf);
    }

    /// That of another program's file.
    Passphrase foreignPassphrase(String question, String option) throws Failure {
        return taken(hidden(question, "give the option " + option + " FILE"), Passphrase::ofForeignFile);
    }

    /// That of a vault.
    Passphrase newPassphrase(String option) throws Failure {
        return newPassphrase("New passphrase: ", option, Passphrase::copyOf);
    }

    /// Asks twice, because nobody sees what is typed.
    Passphrase newPassphrase(String question, String option, Function<char[], Passphrase> maker) throws Failure {
        char[] first = hidden(question, "give the option " + option + " FILE");
        char[] second = hidden("Repeat it: ", "give the option " + option + " FILE");
        try {
            if (!Arrays.equals(first, second)) {
                throw new Failure(ExitCode.NOT_UNLOCKED, "the two passphrases differ", "run it again");
            }
        } finally {
            Arrays.fill(second, '\0');
        }
        return taken(first, maker);
    }

    private static Passphrase taken(char[] typed, Function<char[], Passphrase> maker) {
        try {
            return maker.apply(typed);
        } finally {
            Arrays.fill(typed, '\0');
        }
    }
}
