package dev.tessera.transfer;

import dev.tessera.scan.QrEncoder;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import javax.imageio.ImageIO;

/// Parts of transfers as Google Authenticator writes them, with one account each: `u 1`, `u 2` and so on.
public final class TransferParts {
    private TransferParts() {}

    /// @param part from 1
    /// @param batch which transfer it is of, 0 to 127
    public static String link(int part, int parts, int batch) {
        byte[] payload = {
            10,
            9,
            10,
            2,
            '1',
            '2',
            18,
            3,
            'u',
            ' ',
            (byte) ('0' + part),
            16,
            1,
            24,
            (byte) parts,
            32,
            (byte) (part - 1),
            40,
            (byte) batch
        };
        return "otpauth-migration://offline?data="
                + URLEncoder.encode(Base64.getEncoder().encodeToString(payload), StandardCharsets.UTF_8);
    }

    /// As a picture in a file of its own.
    public static Path picture(Path folder, int part, int parts) throws IOException {
        var file = folder.resolve("part" + part + ".png");
        ImageIO.write(QrEncoder.image(link(part, parts, 7), 4), "png", file.toFile());
        return file;
    }
}
