package dev.tessera.transfer.format;

import dev.tessera.transfer.Importers;
import java.util.List;

/// Every format, the most particular first: the list of links comes late, because other programs' files hold links too.
public final class Formats {
    private static final Importers ALL = new Importers(List.of(
            new PgpMessage(),
            new Aegis(),
            new TwoFas(),
            new Ente(),
            new ProtonAuthenticator(),
            new Bitwarden(),
            new GoogleTransfer(),
            new UriList()));

    private Formats() {}

    public static Importers all() {
        return ALL;
    }
}
