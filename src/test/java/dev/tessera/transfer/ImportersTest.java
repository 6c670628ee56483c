package dev.tessera.transfer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.tessera.crypto.Passphrase;
import dev.tessera.otp.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A file that may be of several formats.
class ImportersTest {
    private final List<String> tried = new ArrayList<>();

    /// What one format makes of the file.
    @FunctionalInterface
    private interface Outcome {
        void into(Findings findings) throws ImportException;
    }

    private static final Outcome ENTRY =
            findings -> findings.add(draft -> draft.issuer("Acme").secret(Secret.copyOf(new byte[] {1})));
    private static final Outcome REJECTED = findings -> findings.reject("Acme", "it is bad");
    private static final Outcome NOTHING = _ -> {};
    private static final Outcome DAMAGED = _ -> {
        throw new DamagedImportException("It has no end. Export it again.");
    };
    private static final Outcome UNSUPPORTED = _ -> {
        throw new UnsupportedImportException("It is too new. Export it as text.");
    };
    private static final Outcome WRONG = _ -> {
        throw new WrongImportPassphraseException();
    };

    private final class Format implements Importer {
        private final String id;
        private final boolean sealed;
        private final Outcome outcome;

        Format(String id, boolean sealed, Outcome outcome) {
            this.id = id;
            this.sealed = sealed;
            this.outcome = outcome;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String name() {
            return "Program " + id;
        }

        @Override
        public Match match(ImportFile file) {
            return Match.POSSIBLE;
        }

        @Override
        public boolean isSealed(ImportFile file) {
            return sealed;
        }

        @Override
        public Import read(ImportFile file) throws ImportException {
            tried.add(id);
            var findings = new Findings(id);
            outcome.into(findings);
            return findings.toImport();
        }
    }

    private Format open(String id, Outcome outcome) {
        return new Format(id, false, outcome);
    }

    private Format sealed(String id, Outcome outcome) {
        return new Format(id, true, outcome);
    }

    private static Import read(Optional<String> passphrase, Format... formats) throws ImportException {
        try (var file = ImportFile.of("any".getBytes(UTF_8))) {
            var candidates = new Importers(List.of(formats)).detect(file);
            if (passphrase.isEmpty()) {
                return Importers.read(candidates, file);
            }
            try (var typed = Passphrase.ofForeignFile(passphrase.get().toCharArray())) {
                return Importers.read(candidates, file, typed);
            }
        }
    }

    private static Import read(Format... formats) throws ImportException {
        return read(Optional.empty(), formats);
    }

    @Test
    void theFirstThatReadsItIsTaken() throws ImportException {
        var found = read(open("a", DAMAGED), open("b", UNSUPPORTED), open("c", ENTRY), open("d", ENTRY));
        assertThat(found.format()).isEqualTo("c");
        assertThat(tried).containsExactly("a", "b", "c");
    }

    @Test
    void oneThatFindsNothingGivesWay() throws ImportException {
        assertThat(read(open("a", NOTHING), open("b", REJECTED)).format()).isEqualTo("b");
        assertThat(read(open("a", NOTHING), open("b", DAMAGED)).format()).isEqualTo("a");
    }

    @Test
    void whereNoneReadsItAllAreNamedWithTheirReasons() {
        assertThatExceptionOfType(UnsupportedImportException.class)
                .isThrownBy(() -> read(open("a", DAMAGED), open("b", UNSUPPORTED)))
                .withMessage(
                        "This file may have one of these formats (Program a, Program b), but it cannot be read as any of"
                                + " them. "
                                + "Program a: It has no end. Export it again.\nProgram b: It is too new. Export it as text.");
    }

    @Test
    void theOnlyOneTellsItsReasonByItself() {
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> read(open("a", DAMAGED)))
                .withMessage("It has no end. Export it again.");
    }

    @Test
    void aPassphraseIsAskedForWhereNoOtherReadsIt() throws ImportException {
        assertThat(read(sealed("a", ENTRY), open("b", ENTRY)).format()).isEqualTo("b");
        assertThat(tried).containsExactly("b");
        assertThatExceptionOfType(PassphraseNeededException.class)
                .isThrownBy(() -> read(sealed("a", ENTRY), open("b", DAMAGED)))
                .withMessageContaining("Program a, Program b");
        assertThat(read(Optional.of("p"), sealed("a", ENTRY), open("b", DAMAGED))
                        .format())
                .isEqualTo("a");
    }

    @Test
    void aWrongPassphraseNamesWhatItWasTriedFor() throws ImportException {
        assertThat(read(Optional.of("p"), sealed("a", WRONG), sealed("b", ENTRY))
                        .format())
                .isEqualTo("b");
        assertThatExceptionOfType(WrongImportPassphraseException.class)
                .isThrownBy(() -> read(Optional.of("p"), sealed("a", WRONG), sealed("b", UNSUPPORTED)))
                .withMessageStartingWith("The passphrase is wrong, or the file is damaged.")
                .withMessageEndingWith("Formats tried: Program a, Program b.");
    }

    @Test
    void whatOpensAndIsDamagedIsNoOtherFormat() {
        assertThatExceptionOfType(DamagedImportException.class)
                .isThrownBy(() -> read(Optional.of("p"), sealed("a", WRONG), sealed("b", DAMAGED), sealed("c", ENTRY)))
                .withMessage("It has no end. Export it again.");
        assertThat(tried).containsExactly("a", "b");
    }
}
