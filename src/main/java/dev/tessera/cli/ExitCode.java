package dev.tessera.cli;

/// How a command ended, as the number that scripts see. The numbers never change.
enum ExitCode {
    /// All that was asked for was done.
    DONE(0),
    /// It failed for a reason that has no number of its own.
    FAILED(1),
    /// The command line itself was wrong.
    USAGE(2),
    /// No QR code, no account, no one-time password in a file, or no entry of the vault was found.
    NOTHING_FOUND(3),
    /// The query fits several entries.
    SEVERAL_FOUND(4),
    /// The passphrase of the vault or of a sealed export is wrong, or there was nobody to ask for it.
    NOT_UNLOCKED(5),
    /// The vault is missing, damaged, there already, too new, or cannot be written.
    VAULT_UNUSABLE(6),
    /// A link is no usable account, a picture or an export cannot be read, or nothing in it can be used.
    INPUT_REFUSED(7),
    /// A fault in Tessera itself (`EX_SOFTWARE` of sysexits.h).
    FAULT(70);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }
}
