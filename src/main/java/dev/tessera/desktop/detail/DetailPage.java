package dev.tessera.desktop.detail;

import dev.tessera.otp.Account;

/// What the sheet over the list shows of one account.
public sealed interface DetailPage {
    /// No sheet.
    record Closed() implements DetailPage {}

    /// Something takes its time.
    record Working() implements DetailPage {}

    /// The account is edited.
    record Editing(EditForm form) implements DetailPage {}

    /// The passphrase is asked for, before the QR code is shown.
    ///
    /// @param problem empty at first
    record Proving(Account account, String problem) implements DetailPage {}

    /// The QR code, from which every authenticator can take the account.
    ///
    /// @param modules rows of its squares; `true` is dark
    @SuppressWarnings("ArrayRecordComponent") // shown, never compared
    record CodeShown(Account account, boolean[][] modules) implements DetailPage {
        @Override
        public String toString() {
            return "CodeShown[hidden]";
        }
    }
}
