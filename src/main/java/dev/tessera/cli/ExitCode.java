package dev.tessera.cli;

/// How a command ended, as the number that scripts see. The numbers never change.
enum ExitCode {
    /// All that was asked for was done.
    DONE(0, "everything that was asked for was done"),
    /// It failed for a reason that has no number of its own.
    FAILED(1, "it failed for a reason without a number of its own, such as no display, or a name that is taken"),
    /// The command line itself was wrong.
    USAGE(2, "the command line itself is wrong"),
    /// No QR code, no account, no one-time password in a file, no entry of the vault, or none that an export can hold.
    NOTHING_FOUND(
            3,
            "nothing was found: no QR code, account, one-time password in a file or entry of the vault, or none that an"
                    + " export can hold"),
    /// The query fits several entries.
    SEVERAL_FOUND(4, "the query matches several entries"),
    /// The passphrase of the vault or of an encrypted export is wrong, or there was nobody to ask for it.
    NOT_UNLOCKED(
            5, "the passphrase of the vault or of an encrypted export is wrong, or there was nobody to ask for it"),
    /// The vault is missing, damaged, there already, too new, or cannot be written.
    VAULT_UNUSABLE(6, "the vault is missing, damaged, already there, too new, or cannot be written"),
    /// A link is no usable account, a picture or an export cannot be read, or nothing in it can be used.
    INPUT_REFUSED(
            7, "a link is not a usable account, a picture or an export cannot be read, or nothing in it can be used"),
    /// A fault in Tessera itself (`EX_SOFTWARE` of sysexits.h).
    FAULT(70, "a fault in Tessera itself");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    int number() {
        return number;
    }

    /// As the manual tells it.
    String meaning() {
        return meaning;
    }
}
