package dev.tessera.transfer.format;

import dev.tessera.transfer.Importers;
import dev.tessera.transfer.authplus.AuthenticatorPlus;
import dev.tessera.transfer.extension.AuthenticatorExtension;
import dev.tessera.transfer.onepassword.OnePassword;
import dev.tessera.transfer.protonpass.ProtonPass;
import dev.tessera.transfer.winauth.WinAuth;
import java.util.List;

/// Every format, the most particular first: the list of links comes late, because other programs' files hold links too.
public final class Formats {
    private static final Importers ALL = new Importers(List.of(
            new PgpMessage(),
            new Aegis(),
            new TwoFas(),
            new Ente(),
            new ProtonAuthenticator(),
            new Raivo(),
            new OnePassword(),
            new ProtonPass(),
            new AuthenticatorPlus(),
            new WinAuth(),
            new OtherZip(),
            new LastPassAuthenticator(),
            new TwoFAuth(),
            new AuthenticatorExtension(),
            new Bitwarden(),
            new GoogleTransfer(),
            new UriList()));

    private Formats() {}

    public static Importers all() {
        return ALL;
    }
}
