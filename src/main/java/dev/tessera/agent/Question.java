package dev.tessera.agent;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;

/// What a client asks.
///
/// @param verb what for
/// @param query words that mean an account; for [Verb#LOCK] empty
public record Question(Verb verb, String query) {
    private static final int HEAD = 0x54534147; // TSAG
    private static final int VERSION = 1;

    public enum Verb {
        /// The code of the one account that fits.
        CODE,
        /// The codes of all that fit.
        CODES,
        /// To lock.
        LOCK
    }

    /// @throws IOException if the query is longer than a message may be
    byte[] bytes() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(HEAD);
        out.writeByte(VERSION);
        out.writeByte(verb.ordinal());
        out.writeUTF(query);
        return bytes.toByteArray();
    }

    /// @throws IOException if it is none, or of another version
    static Question read(InputStream stream) throws IOException {
        var in = new DataInputStream(stream);
        if (in.readInt() != HEAD || in.readByte() != VERSION) {
            throw new IOException("this is no question");
        }
        int verb = in.readUnsignedByte();
        if (verb >= Verb.values().length) {
            throw new IOException("this asks for something unknown");
        }
        return new Question(Verb.values()[verb], in.readUTF());
    }

    /// Hides the query: it may be anything, pasted by mistake.
    @Override
    public String toString() {
        return "Question[" + verb + "]";
    }
}
