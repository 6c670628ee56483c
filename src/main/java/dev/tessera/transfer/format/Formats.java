package dev.tessera.transfer.format;

import dev.tessera.transfer.Importer;
import dev.tessera.transfer.Importers;
import dev.tessera.transfer.authplus.AuthenticatorPlus;
import dev.tessera.transfer.authplus.AuthenticatorPlusDatabase;
import dev.tessera.transfer.authy.Authy;
import dev.tessera.transfer.extension.AuthenticatorExtension;
import dev.tessera.transfer.freeotp.FreeOtp1;
import dev.tessera.transfer.freeotp.FreeOtp2;
import dev.tessera.transfer.freeotp.FreeOtpPlus;
import dev.tessera.transfer.onepassword.OnePassword;
import dev.tessera.transfer.protonpass.ProtonPass;
import dev.tessera.transfer.qr.QrCodes;
import dev.tessera.transfer.steam.Steam;
import dev.tessera.transfer.stratum.Stratum;
import dev.tessera.transfer.winauth.WinAuth;
import java.util.List;
import java.util.stream.Stream;

/// Every format, the most particular first: the list of links comes late, because other programs' files hold links too;
/// and tables that nobody knows, and files without any mark, come after it.
public final class Formats {
    private static final List<Importer> MARKED = List.of(
            new TesseraBackup(),
            new FreeOtp2(),
            new PgpMessage(),
            new FreeOtp1(),
            new Stratum(),
            new QrCodes(),
            new MicrosoftAuthenticator(),
            new AuthenticatorPlusDatabase(),
            new GoogleDatabase(),
            new OtherDatabase(),
            new Authy(),
            new BattleNet(),
            new TotpAuthenticator(),
            new OtpAuthIos(),
            new KeePass(),
            new Aegis(),
            new TwoFas(),
            new Ente(),
            new Steam(),
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
            new Enpass(),
            new Keeper(),
            new Duo(),
            new FreeOtpPlus(),
            new Cotp(),
            new OpenAuthenticator(),
            new Authme(),
            new TwoFast());

    private static final List<Importer> LATE = List.of(
            new GoogleTransfer(), PasswordTable.any(), new PassEntry(), new UriList(), new OtpClient(), new AndOtp());

    private static final Importers ALL = new Importers(
            Stream.of(MARKED, PasswordTable.known(), LATE).flatMap(List::stream).toList());

    private Formats() {}

    public static Importers all() {
        return ALL;
    }
}
