package dev.tessera.desktop.explain;

import dev.tessera.otp.Account;
import dev.tessera.otp.OtpParameters.TimeBased;

/// What the sheet shows.
public sealed interface ExplainState {
    /// No sheet.
    record Hidden() implements ExplainState {}

    /// One account.
    ///
    /// @param made how its codes are made, in words
    record Shown(Account account, String made) implements ExplainState {
        /// Whether a clock makes its codes.
        boolean goesByAClock() {
            return account.credential().parameters() instanceof TimeBased;
        }
    }
}
