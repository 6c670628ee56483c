package dev.tessera.desktop.add;

import dev.tessera.scan.NotFoundReason;
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

    /// Hides the texts: they hold secrets.
    @Override
    public String toString() {
        return "Reading[" + texts.size() + " texts hidden, " + reason + ", " + problems + "]";
    }
}
