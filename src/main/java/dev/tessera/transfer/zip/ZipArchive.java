package dev.tessera.transfer.zip;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.tessera.crypto.Passphrase;
import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.ImportException;
import dev.tessera.transfer.ImportFile;
import dev.tessera.transfer.UnsupportedImportException;
import dev.tessera.transfer.WrongImportPassphraseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A zip file. Nothing of it is unpacked but the members that are asked for, each into memory, and no zip inside it.
public final class ZipArchive {
    private static final byte[] MARK = "PK\3\4".getBytes(US_ASCII);
    private static final byte[] EMPTY_MARK = "PK\5\6".getBytes(US_ASCII);

    /// What may come out of all the members that are read.
    private static final long MAX_SIZE = ImportFile.MAX_SIZE;

    /// A text of accounts never packs as well as this.
    private static final long MAX_RATIO = 200;

    /// Up to here any ratio is harmless.
    private static final long SMALL = 1L << 20;

    private final ImportFile file;
    private final List<ZipMember> members;
    private long unpacked;

    private ZipArchive(ImportFile file, List<ZipMember> members) {
        this.file = file;
        this.members = List.copyOf(members);
    }

    /// Whether a file begins as a zip does.
    public static boolean isMeant(ImportFile file) {
        return file.startsWith(MARK) || file.startsWith(EMPTY_MARK);
    }

    /// Reads the directory of a zip. The file must stay open.
    ///
    /// @throws ImportException if it is damaged, or too much is in it
    public static ZipArchive of(ImportFile file) throws ImportException {
        return new ZipArchive(file, ZipDirectory.read(file));
    }

    /// The zip that a file is, to tell what is in it; nothing for another file and for a damaged zip.
    public static Optional<ZipArchive> find(ImportFile file) {
        if (!isMeant(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(file));
        } catch (ImportException _) {
            return Optional.empty(); // Whoever reads it tells why.
        }
    }

    /// The files in it, without folders.
    public List<ZipMember> members() {
        return members;
    }

    /// The member of this path, in any case, in whatever folder the whole lies.
    public Optional<ZipMember> find(String path) {
        var wanted = "/" + path.toLowerCase(Locale.ROOT);
        return members.stream()
                .filter(member -> ("/" + member.path()).toLowerCase(Locale.ROOT).endsWith(wanted))
                .findFirst();
    }

    /// The content of a member that is not sealed. The caller wipes it.
    ///
    /// @throws ImportException if it is damaged or too large
    public byte[] read(ZipMember member) throws ImportException {
        requireHarmless(member);
        return withoutZip(new ZipContent(file, member).read());
    }

    /// The content of a member, sealed or not. The caller wipes it.
    ///
    /// @throws WrongImportPassphraseException if it does not open
    /// @throws ImportException if it is damaged or too large
    public byte[] open(ZipMember member, Passphrase passphrase) throws ImportException {
        if (!member.isSealed()) {
            return read(member);
        }
        requireHarmless(member);
        for (char[] password : ZipPasswords.of(passphrase)) {
            var content = new ZipContent(file, member).open(password);
            Arrays.fill(password, '\0');
            if (content.isPresent()) {
                return withoutZip(content.get());
            }
        }
        throw new WrongImportPassphraseException();
    }

    private void requireHarmless(ZipMember member) throws ImportException {
        if (!member.isReadable()) {
            throw new UnsupportedImportException(
                    "This zip is packed or encrypted in a way that Tessera does not know. Unpack it and import the"
                            + " file in it.");
        }
        unpacked += member.size();
        if (unpacked > MAX_SIZE) {
            throw new CostlyImportException("The content of this zip is larger than " + MAX_SIZE / 1024 / 1024
                    + " MiB; no export of accounts is that large. Choose the export itself.");
        }
        if (member.size() > SMALL && member.size() / MAX_RATIO > member.packedSize()) {
            throw new CostlyImportException("This zip unpacks to more than " + MAX_RATIO
                    + " times its size; no export does. It is damaged, or it may be malicious.");
        }
    }

    private static byte[] withoutZip(byte[] content) throws CostlyImportException {
        if (content.length >= MARK.length && Arrays.equals(content, 0, MARK.length, MARK, 0, MARK.length)) {
            throw new CostlyImportException(
                    "There is a zip inside this zip. Unpack this zip and import what is in it.");
        }
        return content;
    }
}
