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
                "Whoever sees this sheet can make all of these codes. Keep it like a passport, apart from the computer and the"
                        + " phone. To get an account back, scan its QR code with any authenticator, or type its secret.",
                "Secret",
                "PIN");
    }
}
