package dev.tessera.transfer.export;

/// What stands on a recovery sheet beside the accounts, in the language of its reader.
///
/// @param title above all
/// @param warning who may see it, and how it is used
/// @param secret before the secret as text
/// @param pin before a PIN
public record SheetWords(String title, String warning, String secret, String pin) {

    static SheetWords english() {
        return new SheetWords(
                "Tessera: recovery sheet",
                "Anyone who sees this sheet can make all of these codes. Keep it as safe as a passport, away from the computer"
                        + " and the phone. To restore an account, scan its QR code with any authenticator app, or type in its"
                        + " secret.",
                "Secret",
                "PIN");
    }
}
