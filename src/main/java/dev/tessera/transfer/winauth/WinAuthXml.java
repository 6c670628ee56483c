package dev.tessera.transfer.winauth;

import dev.tessera.crypto.Passphrase;
import dev.tessera.transfer.Findings;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.UnsupportedImportException;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// WinAuth's own file, `winauth.xml`: each authenticator by itself plain or sealed, or all of them sealed as one.
final class WinAuthXml {
    private static final Pattern START = Pattern.compile(
            "\\s*(?:<\\?[^>]*\\?>\\s*)?(?:<!--(?:(?!-->).){0,1000}-->\\s*)?<WinAuth[\\s>/].*", Pattern.DOTALL);
    private static final String AUTHENTICATOR = "WinAuthAuthenticator";
    private static final String ENCRYPTED = "encrypted";

    private final Findings findings;
    private final @Nullable Passphrase passphrase;
    private int authenticators;
    private int opened;
    private int ofPassphrase;
    private int ofOthers;

    private WinAuthXml(Findings findings, @Nullable Passphrase passphrase) {
        this.findings = findings;
        this.passphrase = passphrase;
    }

    static boolean isMeant(String text) {
        return text.startsWith("<", text.length() - text.stripLeading().length())
                && START.matcher(text.substring(0, Math.min(text.length(), 4000)))
                        .matches();
    }

    /// Whether anything in it is sealed under a passphrase.
    static boolean isSealed(String text) {
        try {
            return XmlElement.parse(text).all().stream()
                    .anyMatch(element -> WinAuthSeal.isOfPassphrase(element.attribute(ENCRYPTED)));
        } catch (ImportException _) {
            return false; // Whoever reads it tells why.
        }
    }

    static void read(String text, Findings findings) throws ImportException {
        new WinAuthXml(findings, null).file(text);
    }

    /// @throws WrongImportPassphraseException if nothing that is sealed opens
    static void open(String text, Passphrase passphrase, Findings findings) throws ImportException {
        new WinAuthXml(findings, passphrase).file(text);
    }

    private void file(String text) throws ImportException {
        var root = XmlElement.parse(text);
        var sealed = root.children().stream()
                .filter(child -> child.name().equals("data"))
                .findFirst()
                .filter(data -> !data.attribute(ENCRYPTED).isEmpty());
        if (sealed.isPresent()) {
            container(whole(sealed.get()));
        } else if (!root.attribute(ENCRYPTED).isEmpty()) {
            container(whole(root));
        } else {
            container(root);
        }
        if (authenticators > 0 && ofOthers == authenticators) {
            throw unsupported();
        }
        if (ofPassphrase > 0 && opened == 0) {
            throw new WrongImportPassphraseException();
        }
    }

    private XmlElement whole(XmlElement sealed) throws ImportException {
        if (!WinAuthSeal.isOfPassphrase(sealed.attribute(ENCRYPTED)) || passphrase == null) {
            throw unsupported();
        }
        return content(sealed.text(), passphrase).orElseThrow(WrongImportPassphraseException::new);
    }

    private void container(XmlElement container) throws ImportException {
        for (var child : container.children()) {
            if (child.name().equals(AUTHENTICATOR)) {
                authenticator(child);
            } else if (child.name().equals("config")) {
                for (var inner : child.children()) {
                    if (inner.name().equals(AUTHENTICATOR)) {
                        authenticator(inner);
                    }
                }
            }
        }
    }

    private void authenticator(XmlElement authenticator) throws ImportException {
        authenticators++;
        var entry = new WinAuthEntry(authenticator.text("name"), authenticator.attribute("type"));
        var data = authenticator.child("authenticatordata");
        var letters = data.map(element -> element.attribute(ENCRYPTED)).orElse("");
        if (letters.isEmpty()) {
            var secretData = data.map(element -> element.text("secretdata")).orElse("");
            findings.add(draft -> entry.read(draft, secretData));
        } else if (!WinAuthSeal.isOfPassphrase(letters) || passphrase == null) {
            ofOthers++;
            findings.add(draft -> entry.refuse(draft, "it is encrypted so that only Windows or a YubiKey can open it"));
        } else {
            ofPassphrase++;
            var content = content(data.orElseThrow().text(), passphrase);
            opened += content.isPresent() ? 1 : 0;
            findings.add(draft -> {
                if (content.isEmpty()) {
                    entry.refuse(
                            draft, "it is encrypted with a different passphrase from the others, or it is damaged");
                }
                entry.read(
                        draft,
                        content.map(element -> element.text("secretdata")).orElse(""));
            });
        }
    }

    private static Optional<XmlElement> content(String hex, Passphrase passphrase) {
        var opened = WinAuthSeal.open(hex, passphrase);
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (var inner = ImportFile.of(opened.get())) {
            return Optional.of(XmlElement.parse(inner.text().orElse("")));
        } catch (ImportException _) {
            return Optional.empty(); // What another passphrase leaves behind: told by the caller.
        }
    }

    private static UnsupportedImportException unsupported() {
        return new UnsupportedImportException(
                "This WinAuth file is encrypted so that only the computer or the YubiKey that wrote it can open it. In"
                        + " WinAuth, export the authenticators as text and import that.");
    }
}
