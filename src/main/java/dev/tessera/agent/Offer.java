package dev.tessera.agent;

import dev.tessera.otp.Code;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Tag;
import dev.tessera.vault.Vault;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// An account as it may be told: its names and perhaps a code, and nothing that makes codes.
///
/// @param id of its entry
/// @param issuer may be empty
/// @param accountName may be empty
/// @param kind how its codes are made
/// @param tags their names, in order
/// @param code empty where none is given
/// @param validFrom the second in which its time step begins; 0 where there is none
/// @param validUntil the first second after its time step; 0 where there is none
public record Offer(
        String id,
        String issuer,
        String accountName,
        Kind kind,
        List<String> tags,
        String code,
        long validFrom,
        long validUntil) {

    /// Its name, without a code.
    public static Offer of(Entry entry, Vault vault) {
        var account = entry.account();
        return new Offer(
                entry.id().toString(),
                account.issuer(),
                account.accountName(),
                Kind.of(account.credential().parameters()),
                tagNames(entry, vault),
                "",
                0,
                0);
    }

    /// The names of an entry's tags, in order.
    public static List<String> tagNames(Entry entry, Vault vault) {
        return vault.tags().stream()
                .filter(tag -> entry.details().tags().contains(tag.id()))
                .map(Tag::name)
                .sorted()
                .toList();
    }

    /// With a code.
    public Offer with(Code made) {
        return made.isCounterBased()
                ? new Offer(id, issuer, accountName, kind, tags, made.text(), 0, 0)
                : new Offer(
                        id,
                        issuer,
                        accountName,
                        kind,
                        tags,
                        made.text(),
                        made.validFrom().getEpochSecond(),
                        made.validUntil().getEpochSecond());
    }

    /// The seconds left at `millis` since 1970. One that has begun counts, so that 0 is never told of a code that still
    /// counts.
    public long secondsLeft(long millis) {
        return Math.max(0, -Math.floorDiv(millis - validUntil * 1000, 1000));
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(id);
        out.writeUTF(issuer);
        out.writeUTF(accountName);
        kind.write(out);
        out.writeShort(tags.size());
        for (var tag : tags) {
            out.writeUTF(tag);
        }
        out.writeUTF(code);
        out.writeLong(validFrom);
        out.writeLong(validUntil);
    }

    static Offer read(DataInput in) throws IOException {
        var id = in.readUTF();
        var issuer = in.readUTF();
        var accountName = in.readUTF();
        var kind = Kind.read(in);
        int count = in.readUnsignedShort();
        var tags = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            tags.add(in.readUTF());
        }
        return new Offer(id, issuer, accountName, kind, tags, in.readUTF(), in.readLong(), in.readLong());
    }

    /// Hides the code: it is a secret while it lasts.
    @Override
    public String toString() {
        return "Offer[" + id + ", code hidden]";
    }
}
