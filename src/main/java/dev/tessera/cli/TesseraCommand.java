package dev.tessera.cli;

import dev.tessera.cli.Launchers.WindowRequest;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
        description = "Reads the QR codes of login pages, keeps the accounts in an encrypted vault, makes the codes.",
        synopsisHeading = "Usage: ",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        parameterListHeading = "%nLinks:%n",
        footer = {
            "",
            "Without a command, the window opens, or comes to the front where it is open.",
            "Exit codes: see man tessera, or docs/command-line.md"
        })
public final class TesseraCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(names = "--vault", paramLabel = "FILE", description = "The vault to use, for the window or the command.")
    private @Nullable Path vault;

    @Option(
            names = "--hidden",
            description = "Open no window: leave it to the icon in the tray, or minimised where there is none.")
    private boolean hidden;

    @Parameters(
            arity = "0..*",
            paramLabel = "LINK",
            description = "An otpauth: or otpauth-migration: link, which the window previews; or the file of a vault.")
    private List<String> given = List.of();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Tell how it is used.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean help;

    @Option(names = "--version", versionHelp = true, description = "Tell the version.")
    @SuppressWarnings("UnusedVariable") // picocli reads it
    private boolean version;

    private TesseraCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /// Runs one command line.
    ///
    /// @return the exit code, as docs/command-line.md tells it
    public static int run(String[] arguments, Surroundings surroundings) {
        return commands(surroundings).execute(arguments);
    }

    /// All of them, ready to be executed or told about.
    static CommandLine commands(Surroundings surroundings) {
        var vaults = new CommandLine(new VaultCommand())
                .addSubcommand(new VaultCreateCommand(surroundings))
                .addSubcommand(new VaultPassphraseCommand(surroundings))
                .addSubcommand(new VaultVerifyCommand(surroundings))
                .addSubcommand(new VaultBackupsCommand(surroundings))
                .addSubcommand(new VaultRestoreCommand(surroundings))
                .addSubcommand(new VaultMergeCommand(surroundings))
                .addSubcommand(new VaultRecoveryKeyCommand(surroundings));
        var tessera = new CommandLine(new TesseraCommand(surroundings))
                .addSubcommand(new ScanCommand(surroundings))
                .addSubcommand(new AddCommand(surroundings))
                .addSubcommand(new ImportCommand(surroundings))
                .addSubcommand(new ExportCommand(surroundings))
                .addSubcommand(new ListCommand(surroundings))
                .addSubcommand(new CodeCommand(surroundings))
                .addSubcommand(new EditCommand(surroundings))
                .addSubcommand(new RemoveCommand(surroundings))
                .addSubcommand(new RestoreCommand(surroundings))
                .addSubcommand(new TagsCommand(surroundings))
                .addSubcommand(new QrCommand(surroundings))
                .addSubcommand(new ExplainCommand(surroundings))
                .addSubcommand(new ClockCommand(surroundings))
                .addSubcommand(new AgentCommand(surroundings))
                .addSubcommand(new LockCommand(surroundings))
                .addSubcommand(vaults)
                .addSubcommand(new DemoCommand(surroundings))
                .addSubcommand(new TryCommand(surroundings))
                .addSubcommand(new CompletionCommand(surroundings));
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
        var links = given.stream().filter(WindowLinks::isLink).toList();
        var files =
                given.stream().filter(argument -> !WindowLinks.isLink(argument)).toList();
        if (hidden && !links.isEmpty()) {
            throw new Failure(ExitCode.USAGE, "--hidden is given with a link", "leave it out: a link is to be seen");
        }
        return surroundings.launchers().window().open(new WindowRequest(windowVault(files), links, hidden));
    }

    /// The vault given as an argument is there: only `--vault` makes a new one.
    private Path windowVault(List<String> files) throws Failure {
        if (files.isEmpty()) {
            return vault();
        }
        if (files.size() > 1 || vault != null) {
            throw new Failure(ExitCode.USAGE, "several vaults are given", "give one: each window has one vault");
        }
        try {
            var file = WindowLinks.vault(files.getFirst());
            if (Files.exists(file)) {
                return file;
            }
        } catch (IllegalArgumentException _) { // no file of this computer either
        }
        throw new Failure(
                ExitCode.VAULT_UNUSABLE,
                "there is no vault at " + files.getFirst(),
                "check the path; a new vault is made with --vault FILE");
    }
}
