package dev.tessera.desktop.add;

import static dev.tessera.desktop.control.Messages.said;

import dev.tessera.otp.Secret;
import dev.tessera.otpauth.MigrationBatch;
import dev.tessera.otpauth.MigrationTray;
import dev.tessera.otpauth.OtpauthUri;
import dev.tessera.otpauth.PinlessUri;
import dev.tessera.otpauth.ScannedText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Everything found since the last account was added: single accounts, parts of exports, and what was no account.
///
/// @param singles accounts of links of their own, each once
/// @param pinless accounts that still need a PIN
/// @param tray the parts of exports
/// @param secrets bare secrets, which need the form for the rest
/// @param leftAlone what else was there, as sentences for a person, each once
record Gathered(
        List<OtpauthUri> singles,
        List<PinlessUri> pinless,
        MigrationTray tray,
        List<Secret> secrets,
        List<String> leftAlone) {

    static Gathered nothing() {
        return new Gathered(List.of(), List.of(), MigrationTray.empty(), List.of(), List.of());
    }

    /// With what one more text says.
    Gathered with(ScannedText scanned) {
        return switch (scanned) {
            case ScannedText.One one -> new Gathered(plus(singles, one.uri()), pinless, tray, secrets, leftAlone);
            case ScannedText.NeedsPin needs ->
                new Gathered(singles, plus(pinless, needs.uri()), tray, secrets, leftAlone);
            case ScannedText.Part part -> new Gathered(singles, pinless, tray.with(part.payload()), secrets, leftAlone);
            case ScannedText.BareSecret bare ->
                new Gathered(singles, pinless, tray, plus(secrets, bare.secret()), leftAlone);
            case ScannedText.Unusable unusable ->
                new Gathered(singles, pinless, tray, secrets, plus(leftAlone, said(unusable.problem())));
            case ScannedText.Other other ->
                new Gathered(singles, pinless, tray, secrets, plus(leftAlone, said(other.explanation())));
        };
    }

    /// The accounts so far, and what the texts of the next look say.
    Gathered withAll(List<String> texts) {
        var all = accountsAlone();
        for (var text : texts) {
            for (var scanned : ScannedText.parseLines(text)) {
                all = all.with(scanned);
            }
        }
        return all;
    }

    /// How many accounts came with a link of their own.
    int singleCount() {
        return singles.size() + pinless.size();
    }

    /// Without what was no account: for the next look.
    private Gathered accountsAlone() {
        return new Gathered(singles, pinless, tray, List.of(), List.of());
    }

    /// All usable accounts, each once.
    List<OtpauthUri> accounts() {
        return Stream.concat(singles.stream(), tray.batches().stream().flatMap(batch -> batch.accounts().stream()))
                .distinct()
                .toList();
    }

    /// What of the exports cannot be used, and what else was there.
    List<String> unusable() {
        return Stream.concat(tray.batches().stream().flatMap(batch -> batch.rejected().stream()), leftAlone.stream())
                .toList();
    }

    /// The exports with parts missing.
    List<MigrationBatch> incomplete() {
        return tray.batches().stream().filter(batch -> !batch.isComplete()).toList();
    }

    boolean hasAccounts() {
        return !accounts().isEmpty() || !pinless.isEmpty() || !tray.batches().isEmpty();
    }

    private static <T> List<T> plus(List<T> list, T last) {
        if (list.contains(last)) {
            return list;
        }
        var longer = new ArrayList<>(list);
        longer.add(last);
        return List.copyOf(longer);
    }

    /// Hides everything: it is made of secrets.
    @Override
    public String toString() {
        return "Gathered[" + accounts().size() + " accounts, hidden]";
    }
}
