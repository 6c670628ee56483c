package dev.tessera.transfer;

import dev.tessera.otp.Account;
import dev.tessera.otp.Credential;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import dev.tessera.otpauth.Algorithms;
import dev.tessera.otpauth.Names;
import dev.tessera.otpauth.OtpauthException;
import dev.tessera.otpauth.OtpauthUri;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// An entry while it is being read. What a file leaves open gets its usual value at the end; what is there and
/// impossible makes the entry unusable. Names come first, so that an unusable entry can be named.
public final class Draft {
    private static final int MAX_NAME = 1000;
    private static final int MAX_NOTE = 100_000;
    private static final Pattern DIGITS_ALONE = Pattern.compile("[0-9\\s-]+");

    private final String place;
    private String issuer = "";
    private String accountName = "";
    private Kind kind = Kind.TOTP;
    private @Nullable Secret secret;
    private @Nullable Credential credential;
    private String algorithm = "";
    private OptionalLong digits = OptionalLong.empty();
    private OptionalLong period = OptionalLong.empty();
    private OptionalLong counter = OptionalLong.empty();
    private String pin = "";
    private final List<String> tags = new ArrayList<>();
    private String note = "";
    private boolean pinned;
    private boolean binned;
    private final SequencedSet<String> repairs = new LinkedHashSet<>();

    /// @param place where it stands, `entry 3`, for one without any name
    Draft(String place) {
        this.place = place;
    }

    public Draft issuer(String name) {
        issuer = Names.clean(name, repairs::add);
        return this;
    }

    public Draft accountName(String name) {
        accountName = Names.clean(name, repairs::add);
        return this;
    }

    public Draft kind(Kind newKind) {
        kind = newKind;
        return this;
    }

    public Draft secret(Secret newSecret) {
        secret = newSecret;
        return this;
    }

    /// By whatever name; SHA1 where it is empty.
    public Draft algorithm(String name) {
        algorithm = name;
        return this;
    }

    public Draft digits(OptionalLong number) {
        digits = number;
        return this;
    }

    /// In seconds.
    public Draft period(OptionalLong seconds) {
        period = seconds;
        return this;
    }

    /// The moving factor of the next code.
    public Draft counter(OptionalLong number) {
        counter = number;
        return this;
    }

    public Draft pin(String newPin) {
        pin = newPin;
        return this;
    }

    /// A group, folder or tag; an empty name is none.
    public Draft tag(String name) {
        var clean = Names.clean(name, repairs::add);
        if (!clean.isEmpty()) {
            tags.add(clean);
        }
        return this;
    }

    public Draft note(String text) {
        note = text.strip();
        if (note.length() > MAX_NOTE) {
            note = note.substring(0, note.offsetByCodePoints(0, MAX_NOTE / 2));
            repaired("Its note is longer than " + MAX_NOTE + " characters. Only the beginning was kept.");
        }
        return this;
    }

    public Draft pinned(boolean isPinned) {
        pinned = isPinned;
        return this;
    }

    /// Whether it lay in the other program's bin.
    public Draft binned(boolean isBinned) {
        binned = isBinned;
        return this;
    }

    /// @param sentence for a person, without any secret
    public Draft repaired(String sentence) {
        repairs.add(sentence);
        return this;
    }

    /// All that a link holds. Its names win; where it has none, those given before stay.
    ///
    /// @throws UnusableEntryException if the link cannot be used
    public Draft link(String text) throws UnusableEntryException {
        try {
            return account(OtpauthUri.parse(text), isBareSteam(text));
        } catch (OtpauthException e) {
            if (issuer.isEmpty() && accountName.isEmpty()) {
                OtpauthUri.labelOf(text).ifPresent(this::accountName);
            }
            throw new UnusableEntryException(e);
        }
    }

    /// All that an account holds.
    public Draft account(Account account) {
        issuer = account.issuer();
        accountName = account.accountName();
        credential = account.credential();
        return this;
    }

    /// All that an account holds, with what was repaired in it.
    public Draft account(OtpauthUri uri) {
        issuer = uri.account().issuer();
        accountName = uri.account().accountName();
        credential = uri.account().credential();
        repairs.addAll(uri.repairs());
        return this;
    }

    /// What password managers keep in one field: a link, or a Base32 secret of a usual time-based account.
    ///
    /// @throws UnusableEntryException if it is neither
    public Draft linkOrSecret(String value) throws UnusableEntryException {
        if (value.contains("://")) {
            return link(value);
        }
        if (DIGITS_ALONE.matcher(value).matches()) {
            throw new UnusableEntryException("secret is a number, not Base32");
        }
        return secret(SecretTexts.base32(value));
    }

    /// `steam://SECRET` has no names; that it is Steam's counts where nothing else names an issuer.
    private Draft account(OtpauthUri uri, boolean hasNoNames) {
        var issuerBefore = issuer;
        var nameBefore = accountName;
        account(uri);
        if (!issuerBefore.isEmpty() && (issuer.isEmpty() || hasNoNames)) {
            issuer = issuerBefore;
        }
        if (accountName.isEmpty()) {
            accountName = nameBefore;
        }
        return this;
    }

    private static boolean isBareSteam(String text) {
        return text.strip().toLowerCase(Locale.ROOT).startsWith("steam:");
    }

    /// How a person finds the entry: `Issuer (name)`, or what there is of it, or where it stands.
    String label() {
        if (issuer.isEmpty() && accountName.isEmpty()) {
            return place;
        }
        return issuer.isEmpty() || accountName.isEmpty() ? issuer + accountName : issuer + " (" + accountName + ")";
    }

    /// Wipes the secret of an entry that cannot be used.
    void wipe() {
        if (secret != null) {
            secret.close();
        }
        if (credential != null) {
            credential.secret().close();
        }
    }

    ImportEntry toEntry() throws UnusableEntryException {
        if (issuer.length() > MAX_NAME || accountName.length() > MAX_NAME) {
            throw new UnusableEntryException("its name is longer than any program would make it");
        }
        var extras = new ImportEntry.Extras(tags, note, pinned, binned);
        return new ImportEntry(new Account(issuer, accountName, credential()), extras, List.copyOf(repairs));
    }

    private Credential credential() throws UnusableEntryException {
        if (credential != null) {
            return credential;
        }
        if (secret == null) {
            throw new UnusableEntryException("secret is missing");
        }
        try {
            return new Credential(secret, parameters());
        } catch (IllegalArgumentException e) {
            // Their messages name a number and its range, and are made for people.
            throw new UnusableEntryException(String.valueOf(e.getMessage()));
        } catch (OtpauthException e) {
            throw new UnusableEntryException(e);
        }
    }

    private OtpParameters parameters() throws OtpauthException, UnusableEntryException {
        int signs = bounded(digits.orElse(6));
        return switch (kind) {
            case TOTP -> new OtpParameters.Totp(Algorithms.parse(usual(algorithm)), signs, bounded(period.orElse(30)));
            case HOTP -> new OtpParameters.Hotp(Algorithms.parse(usual(algorithm)), signs, counter.orElse(0));
            case STEAM -> new OtpParameters.Steam();
            case MOTP -> new OtpParameters.Motp(pinSecret("mOTP"));
            case YANDEX -> new OtpParameters.Yandex(pinSecret("Yandex"));
        };
    }

    private Secret pinSecret(String owner) throws UnusableEntryException {
        if (pin.isEmpty()) {
            throw new UnusableEntryException(
                    "pin is missing: " + owner + " codes need the account's PIN, which the file does not contain");
        }
        return SecretTexts.take(pin.getBytes(StandardCharsets.UTF_8));
    }

    private static String usual(String algorithm) {
        return Optional.of(algorithm.strip()).filter(name -> !name.isEmpty()).orElse("SHA1");
    }

    private static int bounded(long number) {
        return Math.clamp(number, Integer.MIN_VALUE, Integer.MAX_VALUE);
    }
}
