package dev.tessera.desktop.add;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.scan.NotFoundReason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What was read in pictures, files or a paste.
///
/// @param texts what the QR codes or lines say
/// @param codes how many QR codes were read
/// @param reason why no QR code was read, where pictures held none
/// @param problems files that could not be read, as sentences for a person
record Reading(List<String> texts, int codes, Optional<NotFoundReason> reason, List<String> problems) {
    Reading {
        texts = List.copyOf(texts);
        problems = List.copyOf(problems);
    }

    /// Of QR codes that a camera saw.
    static Reading ofCodes(List<String> texts) {
        return new Reading(texts, texts.size(), Optional.empty(), List.of());
    }

    static Reading ofText(String text) {
        return new Reading(List.of(text), 0, Optional.empty(), List.of());
    }

    /// What there was instead of an account, as sentences with the next step.
    ///
    /// @param leftAlone what else the codes said
    List<String> seen(List<String> leftAlone) {
        var seen = new ArrayList<>(leftAlone);
        seen.addAll(problems);
        reason.map(Reading::words).ifPresent(seen::add);
        return seen.isEmpty() ? List.of(text("add.reason-none")) : seen;
    }

    private static String words(NotFoundReason reason) {
        return switch (reason) {
            case NO_FINDER_PATTERN -> text("add.reason-none");
            case CORNER_MISSING -> text("add.reason-corner");
            case OUT_OF_TIME -> text("add.reason-time");
            case TOO_SMALL -> text("add.reason-small");
            case DAMAGED -> text("add.reason-damaged");
        };
    }

    /// Hides the texts: they hold secrets.
    @Override
    public String toString() {
        return "Reading[" + texts.size() + " texts hidden, " + reason + ", " + problems + "]";
    }
}
