package dev.tessera.cli;

import dev.tessera.session.EntryQuery;
import dev.tessera.session.VaultSession;
import dev.tessera.transfer.export.ExportPlan;
import dev.tessera.transfer.export.Exporter;
import dev.tessera.transfer.export.SealedExporter;
import dev.tessera.vault.Entry;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `tessera export`
@Command(
        name = "export",
        description = "Write the accounts for another program, for paper, or as an encrypted backup.",
        footer = {
            "",
            "Encrypted with their own passphrase: tessera (a backup), aegis, 2fas, bitwarden, ente, "
                    + "proton_authenticator.",
            "Readable by anybody: the last five with _plain at the end, paper (PDF), uri_list, google_qr (PNG),",
            "google_migration, keepassxc_csv, apple_csv.",
            "What the format cannot hold is listed before anything is written. An existing file is kept.",
            "Example: tessera export --format aegis -o accounts.json"
        })
final class ExportCommand implements Callable<Integer> {
    private final Surroundings surroundings;
    private final Output output;

    @Parameters(arity = "0..*", paramLabel = "QUERY", description = "Only the accounts that contain all these words.")
    private List<String> query = new ArrayList<>();

    @Mixin
    private final ExportOptions options = new ExportOptions();

    @Mixin
    private final ExportPlace place = new ExportPlace();

    @Option(names = "--with-bin", description = "Include the accounts in the bin.")
    private boolean withBin;

    @Option(names = "--losses", description = "Show what the format cannot hold of each account, and write nothing.")
    private boolean lossesAlone;

    @Mixin
    private final VaultOptions vault = new VaultOptions();

    @Mixin
    private final JsonOption json = new JsonOption();

    ExportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
        output = new Output(surroundings.terminal());
    }

    @Override
    public Integer call() throws Failure {
        var exporter = options.exporter();
        check(exporter);
        var words = QueryParameter.query(query);
        try (var session = vault.unlock(surroundings)) {
            var plan = ExportPlan.of(exporter, session.vault(), chosen(session, words));
            if (lossesAlone) {
                tellLosses(plan);
            } else {
                export(plan, session);
            }
        }
        return ExitCode.DONE.number();
    }

    /// All that can be wrong before anybody is asked for a passphrase.
    private void check(Exporter exporter) throws Failure {
        if (!lossesAlone && !place.isGiven()) {
            throw usage("missing: --output", "say where to write with -o FILE, or give --losses to write nothing");
        }
        if (withBin && !query.isEmpty()) {
            throw usage(
                    "--with-bin is given with words",
                    "words do not find accounts in the bin: leave out one of the two");
        }
        if (place.isStandardOutput() && json.isGiven() && !lossesAlone) {
            throw usage("--json is given with -o -", "both would go to standard output: give a file");
        }
        if (place.isStandardOutput()
                && !exporter.isText()
                && surroundings.terminal().isInteractive()) {
            throw usage(exporter.id() + " is not text for a terminal", "give a file with -o FILE");
        }
        place.requireFree();
    }

    private List<Entry> chosen(VaultSession session, EntryQuery words) throws Failure {
        var content = session.vault();
        var entries = query.isEmpty() ? withBin ? content.entries() : content.listed() : words.in(content);
        if (entries.isEmpty()) {
            throw query.isEmpty()
                    ? new Failure(
                            ExitCode.NOTHING_FOUND, "there is no account to export", "tessera list shows all of them")
                    : Choice.nothingFits();
        }
        return entries;
    }

    private void tellLosses(ExportPlan plan) {
        var report = new ExportReport(plan);
        if (json.isGiven()) {
            output.object(report.fields(List.of()));
        } else if (plan.losesNothing()) {
            output.line("nothing is lost from " + Shown.accounts(plan.entries().size()));
        } else {
            report.lines().forEach(output::line);
        }
    }

    private void export(ExportPlan plan, VaultSession session) throws Failure {
        var report = new ExportReport(plan);
        if (plan.written().isEmpty()) {
            report.lines().forEach(output::note);
            throw new Failure(
                    ExitCode.NOTHING_FOUND,
                    plan.exporter().id() + " cannot hold any of these accounts",
                    "choose another format; nothing was written");
        }
        place.requireOther(session.file());
        report.lines().forEach(output::note);
        tellRest(plan);
        var contents = contents(plan, session);
        try {
            place(plan, contents, report);
        } finally {
            contents.forEach(content -> Arrays.fill(content, (byte) 0));
        }
    }

    /// What is no account of the list, and therefore in no line above.
    private void tellRest(ExportPlan plan) {
        int binned = plan.vault().binned().size();
        if (binned > 0 && !withBin && query.isEmpty()) {
            output.note("not in the file: " + Shown.accounts(binned) + " in the bin, which --with-bin includes");
        }
    }

    private List<byte[]> contents(ExportPlan plan, VaultSession session) throws Failure {
        var now = surroundings.clock().instant();
        if (plan.exporter() instanceof SealedExporter sealed) {
            try (var passphrase = options.passphrase(sealed, surroundings.terminal())) {
                return List.of(plan.seal(passphrase, now, new SecureRandom()));
            }
        }
        output.warning(
                "this is not encrypted: whoever sees it can make the codes of "
                        + Shown.accounts(plan.written().size()) + ", for ever",
                "let nobody see it, and delete it as soon as you no longer need it");
        vault.confirm(session, surroundings, "Passphrase of the vault again, to write it: ");
        return plan.write(now, new SecureRandom());
    }

    private void place(ExportPlan plan, List<byte[]> contents, ExportReport report) throws Failure {
        if (place.isStandardOutput()) {
            if (contents.size() > 1) {
                throw usage("there are " + contents.size() + " pictures", "give a file with -o FILE");
            }
            surroundings.terminal().out().writeBytes(contents.getFirst());
            surroundings.terminal().out().flush();
            return;
        }
        var files = place.write(contents);
        if (json.isGiven()) {
            output.object(report.fields(files));
        } else {
            var names = files.stream().map(file -> Shown.text(file.toString())).collect(Collectors.joining(", "));
            output.line("exported: " + Shown.accounts(plan.written().size()) + " to " + names);
        }
    }

    private static Failure usage(String problem, String hint) {
        return new Failure(ExitCode.USAGE, problem, hint);
    }
}
