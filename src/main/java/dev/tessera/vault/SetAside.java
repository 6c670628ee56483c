package dev.tessera.vault;

import java.security.MessageDigest;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// An entry of the file that this release cannot use, such as one of a kind that a later release
/// brought. It blocks nothing, is shown as such, and is written back byte for byte.
///
/// It may hold a secret, so it is treated as one: hidden in text and wiped by [#close()].
public final class SetAside implements AutoCloseable {

    private final byte[] json;
    private final String reason;

    private SetAside(byte[] json, String reason) {
        this.json = json;
        this.reason = reason;
    }

    /// Copies the bytes.
    ///
    /// @param reason why it cannot be used, as a sentence for a person, without any of its content
    public static SetAside copyOf(byte[] json, String reason) {
        return new SetAside(json.clone(), reason);
    }

    /// A copy of the bytes as they stand in the file, which the caller wipes.
    public byte[] toByteArray() {
        return json.clone();
    }

    /// Why it cannot be used, as a sentence for a person.
    public String reason() {
        return reason;
    }

    /// Wipes the bytes.
    @Override
    public void close() {
        Arrays.fill(json, (byte) 0);
    }

    /// Whether the bytes are the same, compared in constant time; reasons vary with the release.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SetAside that && MessageDigest.isEqual(json, that.json);
    }

    @Override
    public int hashCode() {
        return json.length;
    }

    @Override
    public String toString() {
        return "SetAside[" + json.length + " bytes, hidden: " + reason + "]";
    }
}
