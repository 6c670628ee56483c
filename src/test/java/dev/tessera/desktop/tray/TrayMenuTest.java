package dev.tessera.desktop.tray;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tessera.otp.Account;
import dev.tessera.otp.Credential;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import dev.tessera.vault.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrayMenuTest {
    private final List<String> done = new ArrayList<>();
    private final TrayMenu menu = new TrayMenu(
            () -> done.add("open"), id -> done.add("copy " + id), () -> done.add("lock"), () -> done.add("quit"));

    @Test
    void lockedItHoldsNothingOfTheVault() {
        assertThat(labels(menu.items(Optional.empty()))).containsExactly("Open Tessera", "-", "Quit");
    }

    @Test
    void unlockedItHoldsThePinnedAccounts() {
        var items = menu.items(Optional.of(List.of(entry("Pexip", "ann@example.org"), entry("", "garage"))));
        assertThat(labels(items))
                .containsExactly("Open Tessera", "-", "Pexip (ann@example.org)", "garage", "-", "Lock", "Quit");
    }

    @Test
    void withoutPinnedAccountsItCanBeLockedAllTheSame() {
        assertThat(labels(menu.items(Optional.of(List.of())))).containsExactly("Open Tessera", "-", "Lock", "Quit");
    }

    @Test
    void eachLineDoesWhatItSays() {
        var pexip = entry("Pexip", "ann");
        menu.items(Optional.of(List.of(pexip))).forEach(item -> {
            if (item instanceof TrayItem.Choice choice) {
                choice.chosen().run();
            }
        });
        assertThat(done).containsExactly("open", "copy " + pexip.id(), "lock", "quit");
    }

    @Test
    void aNameFitsOnOneLine() {
        assertThat(label("a\nb\u202e", "")).isEqualTo("a b");
        assertThat(label("", "")).isEqualTo("No name");
        assertThat(label("-", "")).isEqualTo("No name");
        assertThat(label("x".repeat(48), "")).isEqualTo("x".repeat(48));
        assertThat(label("😀".repeat(60), "")).isEqualTo("😀".repeat(47) + "…");
    }

    @Test
    void itIsNotLongerThanAScreen() {
        var many = IntStream.range(0, 40).mapToObj(i -> entry("site " + i, "")).toList();
        assertThat(labels(menu.items(Optional.of(many))))
                .hasSize(TrayMenu.MOST_ACCOUNTS + 5)
                .contains("site 14")
                .doesNotContain("site 15");
    }

    private String label(String issuer, String accountName) {
        return labels(menu.items(Optional.of(List.of(entry(issuer, accountName)))))
                .get(2);
    }

    private static List<String> labels(List<TrayItem> items) {
        return items.stream()
                .map(item -> switch (item) {
                    case TrayItem.Choice choice -> choice.label();
                    case TrayItem.Line _ -> "-";
                })
                .toList();
    }

    private static Entry entry(String issuer, String accountName) {
        var credential = new Credential(Secret.copyOf(new byte[20]), OtpParameters.Totp.standard());
        return Entry.create(new Account(issuer, accountName, credential), Instant.EPOCH);
    }
}
