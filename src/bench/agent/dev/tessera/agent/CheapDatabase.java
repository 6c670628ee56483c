package dev.tessera.agent;

import dev.tessera.transfer.kdbx.KdbxFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Writes a database of KeePass with one account, whose key costs next to nothing, so that what is left of a call is the
/// program itself. Its passphrase is `p`.
final class CheapDatabase {
    private CheapDatabase() {}

    /// @param arguments the file
    public static void main(String[] arguments) throws IOException {
        var xml = "<KeePassFile><Meta></Meta><Root><Group><UUID>AAAAAAAAAAAAAAAAAAAAAQ==</UUID><Name>R</Name><Entry>"
                + "<UUID>AAAAAAAAAAAAAAAAAAAAAg==</UUID><String><Key>Title</Key><Value>Shop</Value></String><String>"
                + "<Key>otp</Key><Value Protected=\"True\">{{otpauth://totp/Shop:ann?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&amp;period=30&amp;digits=6&amp;issuer=Shop}}</Value></String></Entry></Group></Root></KeePassFile>";
        Files.write(Path.of(arguments[0]), KdbxFile.of(xml, "p"));
    }
}
