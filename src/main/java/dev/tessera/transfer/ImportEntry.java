package dev.tessera.transfer;

import dev.tessera.otp.Account;
import dev.tessera.otp.OtpParameters;
import java.util.List;

/// One usable account of a file.
///
/// @param account whose codes they are, and how they are made
/// @param extras what the person had added to it there
/// @param repairs what was put right without guessing, as sentences for a person
public record ImportEntry(Account account, Extras extras, List<String> repairs) implements AutoCloseable {
    public ImportEntry {
        repairs = List.copyOf(repairs);
    }

    /// What a person adds to an account.
    ///
    /// @param tags names of groups, folders, tags; none blank, each once
    /// @param note free text, may be empty
    /// @param pinned whether it led the list
    /// @param binned whether it lay in the bin
    public record Extras(List<String> tags, String note, boolean pinned, boolean binned) {
        public Extras {
            tags = tags.stream().filter(tag -> !tag.isBlank()).distinct().toList();
        }

        /// Hides the note: people write recovery codes into it.
        @Override
        public String toString() {
            return "Extras[tags=" + tags + ", note hidden, pinned=" + pinned + ", binned=" + binned + "]";
        }
    }

    /// Wipes secret and PIN.
    @Override
    public void close() {
        account.credential().secret().close();
        switch (account.credential().parameters()) {
            case OtpParameters.Motp motp -> motp.pin().close();
            case OtpParameters.Yandex yandex -> yandex.pin().close();
            case OtpParameters.Totp _, OtpParameters.Hotp _, OtpParameters.Steam _ -> {} // nothing secret in them
        }
    }
}
