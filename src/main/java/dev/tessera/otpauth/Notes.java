package dev.tessera.otpauth;

import dev.tessera.otp.Account;
import dev.tessera.otp.Credential;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/// What is to be said about a link while it is being read: each thing once, in the order met.
final class Notes {
    private final SequencedSet<String> repairs = new LinkedHashSet<>();
    private final SequencedSet<String> warnings = new LinkedHashSet<>();

    /// @param sentence for a person, without any secret
    void repaired(String sentence) {
        repairs.add(sentence);
    }

    /// @param sentence for a person, without any secret
    void warn(String sentence) {
        warnings.add(sentence);
    }

    /// An account with all that was said about it.
    OtpauthUri uriOf(Label names, Credential credential) {
        return new OtpauthUri(new Account(names.issuer(), names.accountName(), credential), repairs(), warnings());
    }

    List<String> repairs() {
        return List.copyOf(repairs);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }
}
