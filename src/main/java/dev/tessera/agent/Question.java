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
        CODE('c'),
        /// The codes of all that fit.
        CODES('a'),
        /// The names of all that fit, without any code.
        NAMES('n'),
        /// To lock.
        LOCK('l');

        private final char sign;

        Verb(char sign) {
            this.sign = sign;
        }

        private static Verb of(int sign) throws IOException {
            for (var verb : values()) {
                if (verb.sign == sign) {
                    return verb;
                }
            }
            throw new IOException("this asks for something unknown");
        }
    }

    /// @throws IOException if the query is longer than a message may be
    byte[] bytes() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(HEAD);
        out.writeByte(VERSION);
        out.writeByte(verb.sign);
        out.writeUTF(query);
        return bytes.toByteArray();
    }

    /// @throws IOException if it is none, or of another version
    static Question read(InputStream stream) throws IOException {
        var in = new DataInputStream(stream);
        if (in.readInt() != HEAD || in.readByte() != VERSION) {
            throw new IOException("this is not a question");
        }
        return new Question(Verb.of(in.readUnsignedByte()), in.readUTF());
    }

    /// Hides the query: it may be anything, pasted by mistake.
    @Override
    public String toString() {
        return "Question[" + verb + "]";
    }
}
