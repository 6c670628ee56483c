package dev.tessera.transfer.kdbx;

import dev.tessera.transfer.CostlyImportException;
import dev.tessera.transfer.ImportException;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLStreamException;

/// What was encrypted, unpacked as it is read and bounded: little can be packed that unpacks to much.
final class Content extends FilterInputStream {
    private static final long MAX_LENGTH = 256L << 20;

    private static final int STEP = 8192;

    private long allowed = MAX_LENGTH;

    private Content(InputStream in) {
        super(in);
    }

    static Content of(byte[] plain, boolean isCompressed) throws IOException {
        var in = new ByteArrayInputStream(plain);
        return new Content(isCompressed ? new GZIPInputStream(in) : in);
    }

    /// Reads the XML in it.
    static KeePassDatabase read(Content in, ProtectedValues values, byte[] header) throws ImportException {
        try (var xml = new XmlReader(in)) {
            return KeePassXml.read(xml, values, header);
        } catch (XMLStreamException e) {
            throw KeePassXml.cause(e);
        }
    }

    /// The next bytes.
    byte[] take(int length) throws IOException {
        if (length < 0) {
            throw Numbers.cutOff();
        }
        byte[] taken = readNBytes(length);
        if (taken.length < length) {
            throw Numbers.cutOff();
        }
        return taken;
    }

    /// Passes over the next bytes.
    void pass(int length) throws IOException {
        byte[] step = new byte[STEP];
        int left = length;
        while (left != 0) {
            int read = read(step, 0, Math.clamp(left, 0, STEP));
            if (read <= 0) {
                throw Numbers.cutOff();
            }
            left -= read;
        }
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int read) throws CostlyImportException {
        allowed -= read;
        if (allowed < 0) {
            throw new CostlyImportException("This database unpacks to more than " + (MAX_LENGTH >> 20)
                    + " MiB. Save it in KeePass without the files attached to its entries.");
        }
    }
}
