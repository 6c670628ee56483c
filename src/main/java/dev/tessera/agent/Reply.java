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
/// @param ahead by how many milliseconds the codes are made later than the computer's clock; negative if earlier
/// @param lapsed whether they were to be, and are not: see [dev.tessera.clock.Lapse]
public record Reply(Outcome outcome, List<Offer> offers, long ahead, boolean lapsed) {
    /// The most that a client reads: ten thousand accounts with long names.
    static final int MOST_BYTES = 16 * 1024 * 1024;

    public enum Outcome {
        /// The offers bear codes; of counter-based accounts, none.
        GIVEN('G'),
        /// The query fits several, which are offered without codes.
        SEVERAL('S'),
        /// All that fit, without codes, as was asked.
        NAMED('M'),
        /// The query fits nothing.
        NOTHING('N'),
        /// The one that fits is counter-based. Its code would be used up, so it is not given to whoever asks here.
        COUNTER_BASED('C'),
        /// It is locked from now on.
        LOCKED('L');

        private final char sign;

        Outcome(char sign) {
            this.sign = sign;
        }

        private static Outcome of(int sign) throws IOException {
            for (var outcome : values()) {
                if (outcome.sign == sign) {
                    return outcome;
                }
            }
            throw new IOException("this says something unknown");
        }
    }

    static Reply of(Outcome outcome) {
        return of(outcome, List.of());
    }

    static Reply of(Outcome outcome, List<Offer> offers) {
        return new Reply(outcome, offers, 0, false);
    }

    Reply by(long milliseconds, boolean isLapsed) {
        return new Reply(outcome, offers, milliseconds, isLapsed);
    }

    /// @throws IOException if a name is longer than a message may be
    byte[] bytes() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeByte(outcome.sign);
        out.writeLong(ahead);
        out.writeBoolean(lapsed);
        out.writeInt(offers.size());
        for (var offer : offers) {
            offer.write(out);
        }
        return bytes.toByteArray();
    }

    /// @throws IOException if it is none
    static Reply read(byte[] bytes) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(bytes));
        var outcome = Outcome.of(in.readUnsignedByte());
        long ahead = in.readLong();
        boolean lapsed = in.readBoolean();
        int count = in.readInt();
        var offers = new ArrayList<Offer>();
        for (int i = 0; i < count; i++) {
            offers.add(Offer.read(in));
        }
        return new Reply(outcome, offers, ahead, lapsed);
    }
}
