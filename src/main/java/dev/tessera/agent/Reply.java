package dev.tessera.agent;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// What came of a question.
///
/// @param outcome in one word
/// @param offers what is given, or what fits
public record Reply(Outcome outcome, List<Offer> offers) {
    /// The most that a client reads: ten thousand accounts with long names.
    static final int MOST_BYTES = 16 * 1024 * 1024;

    public enum Outcome {
        /// The offers bear codes; of counter-based accounts, none.
        GIVEN,
        /// The query fits several, which are offered without codes.
        SEVERAL,
        /// The query fits nothing.
        NOTHING,
        /// The one that fits is counter-based. Its code would be used up, so it is not given to whoever asks here.
        COUNTER_BASED,
        /// It is locked from now on.
        LOCKED
    }

    static Reply of(Outcome outcome) {
        return new Reply(outcome, List.of());
    }

    /// @throws IOException if a name is longer than a message may be
    byte[] bytes() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeByte(outcome.ordinal());
        out.writeInt(offers.size());
        for (var offer : offers) {
            offer.write(out);
        }
        return bytes.toByteArray();
    }

    /// @throws IOException if it is none
    static Reply read(byte[] bytes) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(bytes));
        int outcome = in.readUnsignedByte();
        if (outcome >= Outcome.values().length) {
            throw new IOException("this says something unknown");
        }
        int count = in.readInt();
        var offers = new ArrayList<Offer>();
        for (int i = 0; i < count; i++) {
            offers.add(Offer.read(in));
        }
        return new Reply(Outcome.values()[outcome], offers);
    }
}
