package dev.tessera.cli;

import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// The one place where failures are told. An argument is never quoted unless it looks like a command or an option:
/// it may be a link with a secret.
final class Trouble implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private static final Pattern COMMAND = Pattern.compile("[a-z-]{1,12}");
    private static final Pattern OPTION = Pattern.compile("(--?[A-Za-z][a-z-]{0,24})(=.*)?", Pattern.DOTALL);

    private final Output output;

    Trouble(Output output) {
        this.output = output;
    }

    @Override
    public int handleParseException(ParameterException e, String[] arguments) {
        var command = e.getCommandLine().getCommandSpec().qualifiedName();
        var problem = switch (e) {
            case MissingParameterException missing -> missing(missing);
            case OverwrittenOptionException twice -> name(twice.getOverwritten()) + " is given twice";
            case UnmatchedArgumentException unmatched -> unmatched(unmatched);
            case ParameterException other -> wrongValue(other.getArgSpec());
        };
        output.error(problem, hint(e, command));
        return ExitCode.USAGE.number();
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        return tell(e);
    }

    /// @return the exit code
    int tell(Throwable e) {
        var failure = switch (e) {
            case Failure known -> known;
            case IOException sentences ->
                Failure.ofSentences(ExitCode.FAILED, String.valueOf(sentences.getMessage()), "");
            case OutOfMemoryError _ ->
                new Failure(
                        ExitCode.FAILED,
                        "there is not enough memory for this",
                        "allow more with TESSERA_JAVA_OPTIONS=-Xmx2g, and try again");
            case Throwable fault -> fault(fault);
        };
        output.error(failure.problem(), failure.hint());
        return failure.exitCode().number();
    }

    /// Where, and of which type; the message stays away, for nobody knows what is in it.
    private static Failure fault(Throwable e) {
        var place = Arrays.stream(e.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("dev.tessera."))
                .limit(3)
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                .collect(Collectors.joining(", "));
        return new Failure(
                ExitCode.FAULT,
                "a fault in tessera: " + e.getClass().getName() + " at " + place,
                "please report this line; it contains nothing from your vault");
    }

    private static String missing(MissingParameterException e) {
        var names = e.getMissing().stream().map(Trouble::name).collect(Collectors.joining(", "));
        return names.isEmpty() ? "a value is missing after " + name(e.getArgSpec()) : "missing: " + names;
    }

    private static String unmatched(UnmatchedArgumentException e) {
        var first = first(e);
        var option = OPTION.matcher(first);
        if (option.matches()) {
            return "there is no option " + option.group(1);
        }
        boolean isCommand = !e.getCommandLine().getSubcommands().isEmpty();
        if (isCommand && COMMAND.matcher(first).matches()) {
            return "there is no command " + first;
        }
        if (isCommand && WindowStart.isLink(first)) {
            return "there is a link as well as a command";
        }
        return isCommand
                ? "an argument is neither a command nor a link that the window can open"
                : "there is one argument too many";
    }

    private static String wrongValue(@Nullable ArgSpec argument) {
        return "the value of " + name(argument) + " cannot be used";
    }

    private static String first(UnmatchedArgumentException e) {
        return e.getUnmatched().isEmpty() ? "" : e.getUnmatched().getFirst();
    }

    private static boolean isWord(String argument) {
        return COMMAND.matcher(argument).matches() || OPTION.matcher(argument).matches();
    }

    private static String hint(ParameterException e, String command) {
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getCommandLine().getSubcommands().isEmpty()
                && first(unmatched).contains(":")) {
            return WindowLinks.HINT;
        }
        // Only a word that is shown can have been meant as another.
        var similar = e instanceof UnmatchedArgumentException unmatched && isWord(first(unmatched))
                ? unmatched.getSuggestions()
                : null;
        return similar == null || similar.isEmpty()
                ? command + " --help shows how to use it"
                : "did you mean " + String.join(" or ", similar) + "?";
    }

    private static String name(@Nullable ArgSpec argument) {
        return switch (argument) {
            case null -> "an argument";
            case OptionSpec option -> option.longestName();
            case ArgSpec positional -> positional.paramLabel();
        };
    }
}
