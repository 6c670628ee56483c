package dev.tessera.cli;

import java.io.Serial;
import java.util.Optional;
import java.util.regex.Pattern;

/// A command cannot do what it was asked to: what is wrong, the next step, and the exit code.
/// Neither text holds a secret or a link.
final class Failure extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private static final Pattern SENTENCE_END = Pattern.compile("\\.\\s+(?=\\p{Lu})|\\.$");

    private final ExitCode exitCode;
    private final String hint;

    /// @param problem lower case, without a full stop
    /// @param hint the next step, in the same form; may be empty
    Failure(ExitCode exitCode, String problem, String hint) {
        super(problem);
        this.exitCode = exitCode;
        this.hint = hint;
    }

    /// Of sentences that a lower floor wrote for a person: the first is the problem, the others are the
    /// next step.
    ///
    /// @param otherwise the hint where there is but one sentence
    static Failure ofSentences(ExitCode exitCode, String sentences, String otherwise) {
        var parts = SENTENCE_END.split(sentences.strip(), 2);
        boolean single = parts.length < 2 || parts[1].isBlank();
        return new Failure(exitCode, lowerFirst(parts[0]), single ? otherwise : lowerFirst(withoutStop(parts[1])));
    }

    /// Of `problem: next step`, as the scanner writes it.
    ///
    /// @param otherwise the hint where there is no colon
    static Failure ofProblemAndStep(ExitCode exitCode, String text, String otherwise) {
        int colon = text.lastIndexOf(": ");
        return colon < 0
                ? ofSentences(exitCode, text, otherwise)
                : new Failure(exitCode, lowerFirst(text.substring(0, colon)), withoutStop(text.substring(colon + 2)));
    }

    ExitCode exitCode() {
        return exitCode;
    }

    String problem() {
        return Optional.ofNullable(getMessage()).orElse("");
    }

    String hint() {
        return hint;
    }

    /// `The file …` begins lower; `QR code …` stays.
    private static String lowerFirst(String sentence) {
        boolean isName =
                sentence.length() > 1 && !Character.isLowerCase(sentence.charAt(1)) && sentence.charAt(1) != ' ';
        return sentence.isEmpty() || isName
                ? sentence
                : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }

    /// A sentence as the command line writes it: lower case, without a full stop.
    static String asClause(String sentence) {
        return withoutStop(lowerFirst(sentence));
    }

    private static String withoutStop(String sentence) {
        var stripped = sentence.strip();
        return stripped.endsWith(".") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }
}
