package dev.tessera.cli;

import dev.tessera.otp.Code;
import dev.tessera.otp.OtpParameters;
import dev.tessera.session.VaultSession;
import dev.tessera.vault.Entry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tessera code`
@Command(
        name = "code",
        description = "Print the code of an account, and nothing else.",
        footer = {"", "Example: tessera code pexip | xclip"})
final class CodeCommand implements Callable<Integer> {
    private static final Duration CLEARED_AFTER = Duration.ofSeconds(30);

    private final Surroundings surroundings;
    private final Output output;

    @Parameters(
            arity = "0..*",
            paramLabel = "QUERY",
            description = "Words of its issuer, account name or tags, or its id.")
    private List<String> query = new ArrayList<>();

    @Option(names = "--copy", description = "Copy the code instead, and clear the clipboard after 30 seconds.")
    private boolean copy;

    @Option(names = "--watch", description = "Show the codes of all that fit, and go on until Ctrl+C or end of input.")
    private boolean watch;

    @Mixin
    private final VaultOptions vault = new VaultOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    CodeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        output = new Output(surroundings.terminal());
    }

    @Override
    public Integer call() throws Failure, IOException, InterruptedException {
        if (copy && watch) {
            throw new Failure(ExitCode.USAGE, "--copy and --watch do not go together", "leave one of them out");
        }
        if (copy) {
            surroundings.devices().clipboard().requireThere();
        }
        try (var session = vault.unlock(surroundings)) {
            var fitting = new EntryQuery(query).in(session.vault());
            if (watch) {
                new CodeWatch(surroundings, json.isGiven()).run(fitting);
            } else {
                give(session, onlyOne(session, fitting));
            }
        }
        return ExitCode.DONE.number();
    }

    private Entry onlyOne(VaultSession session, List<Entry> fitting) throws Failure {
        if (fitting.isEmpty()) {
            throw EntryQuery.nothingFits();
        }
        if (fitting.size() > 1) {
            fitting.forEach(entry -> surroundings
                    .terminal()
                    .err()
                    .println(entry.id().toString().substring(0, 8) + "  " + ListCommand.line(entry, session.vault())));
            throw new Failure(
                    ExitCode.SEVERAL_FOUND,
                    fitting.size() + " accounts fit",
                    "add a word, or give the sign group in front of the one that you mean");
        }
        return fitting.getFirst();
    }

    private void give(VaultSession session, Entry entry) throws Failure, InterruptedException, IOException {
        var code = code(session, entry);
        if (copy) {
            copied(entry, code);
            return;
        }
        if (json.isGiven()) {
            output.object(CodeJson.fields(entry, code, surroundings.clock().instant()));
        } else {
            output.line(code.text());
        }
        note(entry, code, "");
    }

    private Code code(VaultSession session, Entry entry) throws Failure {
        if (!(entry.account().credential().parameters() instanceof OtpParameters.Hotp)) {
            return entry.account().credential().codeAt(surroundings.clock().instant());
        }
        try {
            var code = session.nextHotpCode(entry.id());
            VaultTrouble.tellNotices(session, output);
            return code;
        } catch (IOException e) {
            throw VaultTrouble.with(session.file(), e);
        }
    }

    private void copied(Entry entry, Code code) throws IOException, InterruptedException {
        try (var copied = surroundings.devices().clipboard().copy(code.text())) {
            if (json.isGiven()) {
                output.object(copiedFields(entry));
            }
            note(entry, code, "; copied, and cleared in " + CLEARED_AFTER.toSeconds() + " s");
            copied.await(CLEARED_AFTER);
        }
    }

    private Map<String, Object> copiedFields(Entry entry) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", entry.id().toString());
        fields.putAll(Shown.fields(entry.account()));
        fields.put("copied", true);
        fields.put(
                "clearedAt", surroundings.clock().instant().plus(CLEARED_AFTER).toString());
        return fields;
    }

    private void note(Entry entry, Code code, String more) {
        var left = code.isCounterBased()
                ? ""
                : ", valid for "
                        + CodeJson.secondsLeft(code, surroundings.clock().instant()) + " s";
        output.note(Shown.name(entry.account()) + left + more);
    }
}
