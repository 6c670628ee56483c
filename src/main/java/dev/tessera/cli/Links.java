package dev.tessera.cli;

import dev.tessera.otpauth.MigrationPayload;
import dev.tessera.otpauth.MigrationTray;
import dev.tessera.otpauth.OtpauthException;
import dev.tessera.otpauth.OtpauthUri;
import dev.tessera.otpauth.PinlessUri;
import dev.tessera.otpauth.ScannedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The accounts of links that a person gave on purpose: each must be one, or nothing is taken.
final class Links {
    private static final String HINT = "give the whole link that the site shows; it begins with otpauth:";

    private final Terminal terminal;
    private final Output output;

    Links(Terminal terminal, Output output) {
        this.terminal = terminal;
        this.output = output;
    }

    /// @throws Failure at the first that is no usable account
    List<OtpauthUri> accounts(String text, NameOptions names) throws Failure {
        if (text.isBlank()) {
            throw new Failure(ExitCode.INPUT_REFUSED, "there is no link", HINT);
        }
        var accounts = new ArrayList<OtpauthUri>();
        var tray = MigrationTray.empty();
        var all = ScannedText.parseLines(text);
        for (int i = 0; i < all.size(); i++) {
            var which = all.size() == 1 ? "" : "link " + (i + 1) + " of " + all.size() + ": ";
            switch (all.get(i)) {
                case ScannedText.One(var uri) -> accounts.add(uri);
                case ScannedText.NeedsPin(var uri) -> accounts.add(withPin(uri));
                case ScannedText.Part(var part) -> {
                    tray = tray.with(part);
                    accounts.addAll(usable(part));
                }
                case ScannedText.BareSecret(var secret) -> {
                    requireNames(names);
                    accounts.add(names.around(secret));
                }
                case ScannedText.Unusable(var problem) -> throw refused(which, problem);
                case ScannedText.Other(var explanation) -> throw refused(which, explanation);
            }
        }
        Exports.tellMissing(tray, output);
        return accounts;
    }

    private static Failure refused(String which, String sentences) {
        var failure = Failure.ofSentences(ExitCode.INPUT_REFUSED, Shown.text(sentences), HINT);
        return new Failure(failure.exitCode(), which + failure.problem(), failure.hint());
    }

    /// Asks for the PIN that a link does not hold.
    OtpauthUri withPin(PinlessUri uri) throws Failure {
        var kind = uri.kind().shownName();
        char[] pin = new Prompt(terminal)
                .hidden("PIN of the " + kind + " account (not shown): ", "put the account's pin=… into the link");
        try {
            return uri.withPin(pin);
        } catch (OtpauthException e) {
            throw Failure.ofSentences(ExitCode.INPUT_REFUSED, String.valueOf(e.getMessage()), "check the PIN");
        } finally {
            Arrays.fill(pin, '\0');
        }
    }

    private List<OtpauthUri> usable(MigrationPayload part) {
        part.rejected().forEach(reason -> output.warning("not usable: " + Shown.text(reason), ""));
        return part.accounts();
    }

    private static void requireNames(NameOptions names) throws Failure {
        if (!names.isGiven()) {
            throw new Failure(
                    ExitCode.INPUT_REFUSED,
                    "this is only a secret, without a name",
                    "give --issuer NAME or --account NAME with it");
        }
    }
}
