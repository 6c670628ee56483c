package dev.tessera.transfer.export;

/// What a target cannot hold of an account.
public enum Loss {
    /// Its codes are of a kind that the target does not make.
    KIND(true, "kind", "its type of code is not supported there"),
    /// Its digits, its period or its hash.
    NUMBERS(true, "numbers", "its number of digits or its period is not supported there"),
    /// Names or secret are too long.
    SIZE(true, "size", "its name or secret is too long for it"),
    /// Issuer and account name do not stay apart as they are.
    NAMES(false, "names", "its name is written differently"),
    /// The target has no tags.
    TAGS(false, "tags", "without its tags"),
    /// The target has one tag, folder or group for each account: the first stays.
    MORE_TAGS(false, "more-tags", "with its first tag only"),
    NOTE(false, "note", "without its note"),
    /// It is not pinned there.
    PIN(false, "pin", "not pinned"),
    /// There is no bin: it stands among the others.
    BIN(false, "bin", "not in the bin, but among the others"),
    /// On paper: there is no font for a sign. The QR code has it.
    SIGNS(false, "signs", "a character in its name cannot be printed here; only its QR code contains it");

    private final boolean leavesOut;
    private final String field;
    private final String words;

    Loss(boolean leavesOut, String field, String words) {
        this.leavesOut = leavesOut;
        this.field = field;
        this.words = words;
    }

    /// Whether the whole account is left out for it.
    public boolean leavesOut() {
        return leavesOut;
    }

    /// For scripts, never changed.
    public String field() {
        return field;
    }

    /// For a person, lower case, without a full stop.
    public String words() {
        return words;
    }
}
