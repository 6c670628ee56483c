package dev.tessera.transfer.zip;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tessera.transfer.DamagedImportException;
import dev.tessera.transfer.ImportFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import net.lingala.zip4j.io.inputstream.ZipInputStream;
import net.lingala.zip4j.model.FileHeader;
import net.lingala.zip4j.model.Zip4jConfig;
import org.jspecify.annotations.Nullable;

/// What one member of a zip holds. The library sees this member alone, with the sizes of the directory, and gives no
/// more than these.
final class ZipContent {
    private static final int HEADER_LENGTH = 30;

    /// Whole blocks of the cipher.
    private static final int BUFFER = 8192;

    private final ImportFile file;
    private final ZipMember member;

    ZipContent(ImportFile file, ZipMember member) {
        this.file = file;
        this.member = member;
    }

    byte[] read() throws DamagedImportException {
        return content(null).orElseThrow(ZipDirectory::damaged);
    }

    /// Nothing if the password is another one, or the member is damaged.
    Optional<byte[]> open(char[] password) throws DamagedImportException {
        return content(password);
    }

    private Optional<byte[]> content(char @Nullable [] password) throws DamagedImportException {
        byte[] part = part();
        byte[] content = new byte[Math.toIntExact(member.size())];
        byte[] buffer = new byte[BUFFER];
        // Each char of the password is one byte already.
        var config = new Zip4jConfig(UTF_8, BUFFER, false);
        try (var in = new ZipInputStream(new ByteArrayInputStream(part), password, config)) {
            boolean isWhole = in.getNextEntry(header(), false) != null && fill(content, in, buffer);
            if (isWhole) {
                return Optional.of(content);
            }
        } catch (IOException _) {
            // In memory nothing else fails but the content: the caller tells which of the two it is.
        } finally {
            Arrays.fill(buffer, (byte) 0);
            Arrays.fill(part, (byte) 0);
        }
        Arrays.fill(content, (byte) 0);
        return Optional.empty();
    }

    /// Whether it is neither shorter nor longer than it should be, and its check sum or seal is right.
    private static boolean fill(byte[] content, ZipInputStream in, byte[] buffer) throws IOException {
        int length = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            if (read > content.length - length) {
                return false;
            }
            System.arraycopy(buffer, 0, content, length, read);
            length += read;
        }
        return length == content.length;
    }

    private FileHeader header() {
        var header = new FileHeader();
        header.setCrc(member.crc());
        header.setCompressedSize(member.packedSize());
        header.setUncompressedSize(member.size());
        return header;
    }

    /// The member's own header and what follows it, up to its end.
    private byte[] part() throws DamagedImportException {
        int start = Math.toIntExact(member.offset());
        if (start > file.length() - HEADER_LENGTH) {
            throw ZipDirectory.damaged();
        }
        var header = ByteBuffer.wrap(file.bytes(start, start + HEADER_LENGTH)).order(ByteOrder.LITTLE_ENDIAN);
        int names = Short.toUnsignedInt(header.getShort(26)) + Short.toUnsignedInt(header.getShort(28));
        long end = start + HEADER_LENGTH + names + member.packedSize();
        if (end > file.length()) {
            throw ZipDirectory.damaged();
        }
        return file.bytes(start, Math.toIntExact(end));
    }
}
