package dev.tessera.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/// `tessera` itself: all commands below it, and the window when there is none.
@Command(
        name = "tessera",
        description = "Reads the QR codes of login pages, keeps the accounts in an encrypted vault, and makes "
                + "the codes.",
        synopsisHeading = "Usage: ",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        parameterListHeading = "%nLinks:%n",
        footer = {
            "",
            "Without a command, the window opens, or comes to the front if it is already open.",
            "Exit codes: see man tessera, or docs/command-line.md"
        })
final class TesseraCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--vault", paramLabel = "FILE", description = "The vault to use, for the window or the command.")
    private @Nullable Path vault;

    @Option(
            names = "--hidden",
            description = "Do not show the window: leave it to the tray icon, or minimised where there is none.")
    private boolean hidden;

    @Parameters(
            arity = "0..*",
            paramLabel = "LINK",
            description = "An otpauth: or otpauth-migration: link, which the window previews; or a vault file.")
    private List<String> given = List.of();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "Show the version.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean version;

    private TesseraCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// Runs one command line.
    ///
    /// @return the exit code, as docs/command-line.md tells it
    static int run(String[] arguments, Surroundings surroundings) {
        var words = List.of(arguments);
        if (!ScreenUse.isMeant(words)) {
            ScreenUse.doWithout();
        }
        try {
            return commands(surroundings, Subcommands.meantBy(words)).execute(arguments);
        } catch (OutOfMemoryError | StackOverflowError | AssertionError | LinkageError e) {
            // picocli lets errors through, and the virtual machine would print all that it knows of them.
            return new Trouble(new Output(surroundings.terminal())).tell(e);
        }
    }

    /// All of them, ready to be told about.
    static CommandLine commands(Surroundings surroundings) {
        return commands(surroundings, Subcommands.names());
    }

    private static CommandLine commands(Surroundings surroundings, Set<String> names) {
        var tessera = new CommandLine(new TesseraCommand(surroundings));
        Subcommands.add(names, tessera, surroundings);
        return configured(tessera, surroundings.terminal());
    }

    private static CommandLine configured(CommandLine tessera, Terminal terminal) {
        var trouble = new Trouble(new Output(terminal));
        tessera.getCommandSpec().version("tessera " + version());
        return tessera.setExecutionStrategy(new WindowLinks())
                .setExpandAtFiles(false) // an address such as @me is no file of arguments
                .setOut(writer(terminal.out()))
                .setErr(writer(terminal.err()))
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.isInteractive() ? Ansi.AUTO : Ansi.OFF))
                .setParameterExceptionHandler(trouble)
                .setExecutionExceptionHandler(trouble);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, stream.charset()), true);
    }

    /// That of the jar, as a module or on a class path; classes outside of one have none.
    private static String version() {
        var descriptor = TesseraCommand.class.getModule().getDescriptor();
        var ofModule = Optional.ofNullable(descriptor).flatMap(ModuleDescriptor::rawVersion);
        var ofJar = Optional.ofNullable(TesseraCommand.class.getPackage().getImplementationVersion());
        return ofModule.or(() -> ofJar).orElse("(unpackaged)");
    }

    /// `--vault`, or the usual place.
    Path vault() {
        return vault == null ? VaultLocation.usual(surroundings.machine()) : vault;
    }

    @Override
    public Integer call() throws Failure, IOException {
        return new WindowStart(Optional.ofNullable(vault), hidden, given).open(surroundings);
    }
}
