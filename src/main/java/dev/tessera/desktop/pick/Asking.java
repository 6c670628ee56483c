package dev.tessera.desktop.pick;

import dev.tessera.agent.NoAnswerException;
import dev.tessera.agent.Question;
import dev.tessera.agent.Reply;
import java.util.Optional;

/// Asks whoever has the vault open; called beside the window's thread.
@FunctionalInterface
public interface Asking {
    /// @return empty if nobody has it open
    /// @throws NoAnswerException if somebody has it open and does not answer
    Optional<Reply> ask(Question question) throws NoAnswerException;
}
