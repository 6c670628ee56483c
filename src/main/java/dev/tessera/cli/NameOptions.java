package dev.tessera.cli;

import dev.tessera.otp.Account;
import dev.tessera.otp.Credential;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import dev.tessera.otpauth.OtpauthUri;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Names for an account whose link has none, or others than the person wants.
final class NameOptions {
    @Option(names = "--issuer", paramLabel = "NAME", description = "Who asks for the codes, such as Pexip.")
    private @Nullable String issuer;

    @Option(names = "--account", paramLabel = "NAME", description = "The account there, such as ann@example.org.")
    private @Nullable String accountName;

    boolean isGiven() {
        return issuer != null || accountName != null;
    }

    /// The usual kind of account around a bare secret.
    OtpauthUri around(Secret secret) {
        var credential = new Credential(secret, OtpParameters.Totp.standard());
        return new OtpauthUri(new Account("", "", credential), List.of(), List.of());
    }

    /// @throws Failure if names are given for several accounts
    List<OtpauthUri> applied(List<OtpauthUri> accounts) throws Failure {
        if (!isGiven()) {
            return accounts;
        }
        if (accounts.size() > 1) {
            throw new Failure(
                    ExitCode.USAGE,
                    "there are " + accounts.size() + " accounts, but --issuer and --account name one",
                    "leave both options out");
        }
        return accounts.stream().map(this::renamed).toList();
    }

    private OtpauthUri renamed(OtpauthUri uri) {
        return new OtpauthUri(applied(uri.account()), uri.repairs(), uri.warnings());
    }

    /// With the names that are given, and its own for the others.
    Account applied(Account account) {
        return new Account(
                Objects.requireNonNullElse(issuer, account.issuer()),
                Objects.requireNonNullElse(accountName, account.accountName()),
                account.credential());
    }
}
