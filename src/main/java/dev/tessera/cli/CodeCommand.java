package dev.tessera.cli;

import dev.tessera.agent.Offer;
import dev.tessera.agent.Question;
import dev.tessera.otp.Code;
import dev.tessera.otp.OtpParameters;
import dev.tessera.session.EntryQuery;
import dev.tessera.session.VaultSession;
import dev.tessera.vault.Entry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
            description = "Words from its issuer, account name or tags, or its id.")
    private List<String> query = new ArrayList<>();

    @Option(names = "--copy", description = "Copy the code instead, and clear the clipboard after 30 seconds.")
    private boolean copy;

    @Option(names = "--watch", description = "Show the codes of all accounts that match, until Ctrl+C or end of input.")
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
            throw new Failure(ExitCode.USAGE, "--copy and --watch cannot be used together", "leave one of them out");
        }
        var words = QueryParameter.query(query);
        if (copy) {
            surroundings.devices().clipboard().requireThere();
        }
        TimeNote.tell(surroundings);
        if (watch) {
            watch(words);
        } else if (!givenByAgent()) {
            giveFromVault(words);
        }
        return ExitCode.DONE.number();
    }

    private void watch(EntryQuery words) throws Failure, InterruptedException {
        var asked = new Question(Question.Verb.CODES, words());
        var reply = vault.ask(surroundings, asked);
        var watching = new CodeWatch(surroundings, json.isGiven());
        if (reply.isPresent()) {
            watching.run(_ -> vault.ask(surroundings, asked)
                    .orElseThrow(() -> new Failure(
                            ExitCode.NOT_UNLOCKED, "the vault was locked", "unlock it, or run the command again"))
                    .offers());
            return;
        }
        try (var session = vault.unlock(surroundings)) {
            var content = session.vault();
            var fitting = words.in(content);
            watching.run(now -> fitting.stream()
                    .map(entry -> timed(Offer.of(entry, content), entry, now))
                    .toList());
        }
    }

    private static Offer timed(Offer offer, Entry entry, Instant now) {
        return offer.kind().isCounterBased()
                ? offer
                : offer.with(entry.account().credential().codeAt(now));
    }

    private boolean givenByAgent() throws Failure, InterruptedException, IOException {
        var reply = vault.ask(surroundings, new Question(Question.Verb.CODE, words()));
        if (reply.isEmpty()) {
            return false;
        }
        var offers = reply.get().offers();
        switch (reply.get().outcome()) {
            case GIVEN -> give(offers.getFirst());
            case SEVERAL -> throw Choice.several(offers, surroundings.terminal());
            case NOTHING -> throw Choice.nothingFits();
            case COUNTER_BASED, LOCKED, NAMED -> {
                output.note("each code of a counter-based account counts once: the passphrase is needed");
                return false;
            }
        }
        return true;
    }

    private void giveFromVault(EntryQuery words) throws Failure, InterruptedException, IOException {
        try (var session = vault.unlock(surroundings)) {
            var content = session.vault();
            var entry = Choice.only(words.in(content), content, surroundings.terminal());
            give(Offer.of(entry, content).with(code(session, entry)));
        }
    }

    private String words() {
        return String.join(" ", query);
    }

    private void give(Offer offer) throws InterruptedException, IOException {
        if (copy) {
            copied(offer);
            return;
        }
        if (json.isGiven()) {
            output.object(CodeJson.fields(offer, surroundings.codeClock().instant()));
        } else {
            output.line(offer.code());
        }
        note(offer, "");
    }

    private Code code(VaultSession session, Entry entry) throws Failure {
        if (!(entry.account().credential().parameters() instanceof OtpParameters.Hotp)) {
            return entry.account().credential().codeAt(surroundings.codeClock().instant());
        }
        try {
            var code = session.nextHotpCode(entry.id());
            VaultTrouble.tellNotices(session, output);
            return code;
        } catch (IOException e) {
            throw VaultTrouble.with(session.file(), e);
        } catch (IllegalStateException e) {
            // Such as a counter at its end.
            throw Failure.ofSentences(ExitCode.FAILED, String.valueOf(e.getMessage()), "");
        }
    }

    private void copied(Offer offer) throws IOException, InterruptedException {
        try (var copied = surroundings.devices().clipboard().copy(offer.code())) {
            if (json.isGiven()) {
                output.object(copiedFields(offer));
            }
            note(offer, "; copied, and cleared in " + CLEARED_AFTER.toSeconds() + " s");
            copied.await(CLEARED_AFTER);
        }
    }

    private Map<String, Object> copiedFields(Offer offer) {
        var fields = Shown.fields(offer);
        fields.put("copied", true);
        fields.put(
                "clearedAt", surroundings.clock().instant().plus(CLEARED_AFTER).toString());
        return fields;
    }

    private void note(Offer offer, String more) {
        var left = offer.kind().isCounterBased()
                ? ""
                : ", valid for " + offer.secondsLeft(surroundings.codeClock().millis()) + " s";
        output.note(Shown.name(offer) + left + more);
    }
}
