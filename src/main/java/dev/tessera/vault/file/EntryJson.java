package dev.tessera.vault.file;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tessera.otp.Account;
import dev.tessera.vault.Details;
import dev.tessera.vault.Entry;
import dev.tessera.vault.Stamps;
import dev.tessera.vault.Usage;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An entry as JSON. See docs/vault-format.md, "Entries".
record EntryJson(
        @JsonProperty(required = true) UUID id,
        @JsonProperty(required = true) AccountJson account,
        @JsonProperty(required = true) DetailsJson details,
        @JsonProperty(required = true) UsageJson usage,
        @JsonProperty(required = true) StampsJson stamps,
        @RestOfFields Map<String, JsonNode> unknown) {

    static EntryJson of(Entry entry, UnknownFields kept) {
        var at = kept.at("entries", entry.id().toString());
        return new EntryJson(
                entry.id(),
                AccountJson.of(entry.account(), at.at("account")),
                DetailsJson.of(entry.details(), at.at("details")),
                UsageJson.of(entry.usage(), at.at("usage")),
                StampsJson.of(entry.stamps(), at.at("stamps")),
                at.here());
    }

    /// @throws IllegalArgumentException if a value is out of its range
    Entry toEntry(UnknownFields found) {
        var at = found.at("entries", id.toString());
        at.keep(unknown);
        return new Entry(
                id,
                account.toAccount(at.at("account")),
                details.toDetails(at.at("details")),
                usage.toUsage(at.at("usage")),
                stamps.toStamps(at.at("stamps")));
    }

    record AccountJson(
            @JsonProperty(required = true) String issuer,
            @JsonProperty(required = true) String name,
            @JsonProperty(required = true) OtpJson otp,
            @RestOfFields Map<String, JsonNode> unknown) {

        static AccountJson of(Account account, UnknownFields at) {
            return new AccountJson(
                    VaultJson.whole(account.issuer()),
                    VaultJson.whole(account.accountName()),
                    OtpJson.of(account.credential(), at.at("otp")),
                    at.here());
        }

        Account toAccount(UnknownFields at) {
            at.keep(unknown);
            return new Account(issuer, name, otp.toCredential(at.at("otp")));
        }
    }

    record DetailsJson(
            @JsonProperty(required = true) Set<UUID> tags,
            @JsonProperty(required = true) String note,
            @JsonProperty(required = true) boolean pinned,
            @RestOfFields Map<String, JsonNode> unknown) {

        static DetailsJson of(Details details, UnknownFields at) {
            var sorted = List.copyOf(details.tags()).stream().sorted().toList();
            return new DetailsJson(
                    new LinkedHashSet<>(sorted), VaultJson.whole(details.note()), details.pinned(), at.here());
        }

        Details toDetails(UnknownFields at) {
            at.keep(unknown);
            return new Details(tags, note, pinned);
        }
    }

    record UsageJson(
            @JsonProperty(required = true) long count,
            @JsonSetter(nulls = Nulls.SET) @Nullable String lastUsed,
            @RestOfFields Map<String, JsonNode> unknown) {

        static UsageJson of(Usage usage, UnknownFields at) {
            return new UsageJson(usage.count(), text(usage.lastUsed()), at.here());
        }

        Usage toUsage(UnknownFields at) {
            at.keep(unknown);
            return new Usage(count, instant(lastUsed));
        }
    }

    record StampsJson(
            @JsonProperty(required = true) long revision,
            @JsonProperty(required = true) String created,
            @JsonProperty(required = true) String modified,
            @JsonSetter(nulls = Nulls.SET) @Nullable String binned,
            @RestOfFields Map<String, JsonNode> unknown) {

        static StampsJson of(Stamps stamps, UnknownFields at) {
            return new StampsJson(
                    stamps.revision(),
                    stamps.created().toString(),
                    stamps.modified().toString(),
                    text(stamps.binned()),
                    at.here());
        }

        Stamps toStamps(UnknownFields at) {
            at.keep(unknown);
            return new Stamps(revision, Times.parse(created), Times.parse(modified), instant(binned));
        }
    }

    private static @Nullable String text(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse(null);
    }

    private static Optional<Instant> instant(@Nullable String text) {
        return Optional.ofNullable(text).map(Times::parse);
    }
}
