package dev.tessera.transfer.export;

import dev.tessera.otp.Account;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Tag;
import dev.tessera.vault.Vault;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// One account on its way out.
///
/// @param entry as it stands in the vault; its secret stays the vault's
/// @param tags those that it bears, in the order of the vault
public record ExportEntry(Entry entry, List<Tag> tags) {
    private static final String NAMELESS = "--";

    public ExportEntry {
        tags = List.copyOf(tags);
    }

    static ExportEntry of(Entry entry, Vault vault) {
        return new ExportEntry(
                entry,
                vault.tags().stream()
                        .filter(tag -> entry.details().tags().contains(tag.id()))
                        .toList());
    }

    public Account account() {
        return entry.account();
    }

    OtpParameters parameters() {
        return account().credential().parameters();
    }

    String note() {
        return entry.details().note();
    }

    boolean isPinned() {
        return entry.details().pinned();
    }

    Optional<Tag> firstTag() {
        return tags.stream().findFirst();
    }

    List<String> tagNames() {
        return tags.stream().map(Tag::name).toList();
    }

    /// Where a target must have a name to lead with.
    String title() {
        return account().title().isEmpty() ? NAMELESS : account().title();
    }

    /// Where [#title()] stands for the issuer, another name is taken for it.
    Optional<Loss> lossOfTitle() {
        return Optional.of(Loss.NAMES).filter(_ -> account().issuer().isEmpty());
    }

    /// The secret as text.
    String secret(Function<byte[], String> form) {
        return text(account().credential().secret(), form);
    }

    static String text(Secret secret, Function<byte[], String> form) {
        byte[] bytes = secret.toByteArray();
        try {
            return form.apply(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /// The losses of this account.
    ///
    /// @param link what goes wrong with its link, if anything does
    /// @param unheld what the target has no place for
    Set<Loss> losses(Optional<Loss> link, Set<Loss> unheld) {
        if (link.isPresent() && link.get().leavesOut()) {
            return Set.of(link.get());
        }
        var losses = EnumSet.noneOf(Loss.class);
        link.ifPresent(losses::add);
        unheld.stream().filter(this::has).forEach(losses::add);
        return Collections.unmodifiableSet(losses);
    }

    /// Whether there is anything to lose.
    private boolean has(Loss loss) {
        return switch (loss) {
            case TAGS -> !tags.isEmpty();
            case MORE_TAGS -> tags.size() > 1;
            case NOTE -> !note().isBlank();
            case PIN -> isPinned();
            case BIN -> entry.isBinned();
            case KIND, NUMBERS, SIZE, NAMES, SIGNS -> true;
        };
    }
}
