package dev.tessera.desktop.transfer;

import static dev.tessera.desktop.control.Messages.text;

import dev.tessera.otp.Account;

/// An account in one line.
final class AccountNames {
    private AccountNames() {}

    /// `Issuer (name)`, or what there is of it.
    static String of(Account account) {
        if (account.title().isEmpty()) {
            return text("card.no-name");
        }
        return account.accountName().isEmpty() || account.issuer().isEmpty()
                ? account.title()
                : text("add.names", account.issuer(), account.accountName());
    }
}
