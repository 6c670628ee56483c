package dev.tessera.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditTest {
    private final Walk walk = new Walk();
    private final Browser amira = walk.browser();

    @AfterEach
    void close() {
        walk.close();
    }

    @Test
    void anAdminReadsWhoDidWhatToWhom() {
        walk.signIn(amira, walk.first.administrator());
        walk.signIn(walk.browser(), walk.first.earlierUser());
        amira.get("/person?id=" + walk.idOf("jonas@example.org"));
        amira.submit("/person/grant", Map.of("role", "ADMIN"));
        amira.get("/audit");
        assertThat(amira.text("log"))
                .startsWith("Role granted (Admin) jonas@example.org · 25 November 2026, 14:33 UTC · from 127.0.0.1"
                        + " · by amira@example.org")
                .contains("Authenticator set up jonas@example.org", "Account created");
    }

    @Test
    void onlyAdminsReadItAndOfTheirOwnOrganisationAlone() {
        walk.signIn(amira, walk.first.administrator());
        for (var user : List.of(walk.first.support(), walk.first.earlierUser())) {
            var other = walk.browser();
            walk.signIn(other, user);
            assertThat(other.get("/audit").statusCode()).as(user.userName()).isEqualTo(403);
        }
        var lena = walk.browser();
        walk.signIn(lena, walk.first.otherAdministrator());
        assertThat(lena.get("/audit").body()).contains("lena@example.net").doesNotContain("example.org");
        assertThat(amira.get("/audit").body()).doesNotContain("lena@example.net");
    }

    @Test
    void itIsReadAPageAtATime() {
        walk.signIn(amira, walk.first.administrator());
        var jonas = walk.first.earlierUser();
        for (int i = 0; i < 60; i++) {
            walk.logIn(walk.browser(), jonas.userName(), jonas.password());
        }
        var first = amira.get("/audit").body();
        var older = first.replaceAll("(?s).*href=\"(/audit\\?before[^\"]+)\".*", "$1")
                .replace("&#x3D;", "=");
        assertThat(amira.get(older).body()).contains("Account created");
        assertThat(first).doesNotContain("Account created");
    }

    @Test
    void whatIsNoNumberIsTheFirstPage() {
        walk.signIn(amira, walk.first.administrator());
        for (var before : List.of("x", "-1", "99999999999999999999", "1%27%20OR%201=1", "")) {
            assertThat(amira.get("/audit?before=" + before).body()).as(before).contains("Code accepted");
        }
    }

    @Test
    void aTryForMoreThanTheOwnRolesAllowIsInIt() {
        walk.signIn(amira, walk.first.administrator());
        var jonas = walk.browser();
        walk.signIn(jonas, walk.first.earlierUser());
        jonas.submit("/person/grant", Map.of("id", walk.idOf("jonas@example.org"), "role", "ACCESS_ADMIN"));
        amira.get("/audit");
        assertThat(amira.text("log")).startsWith("Asked for something that their roles do not allow jonas@example.org");
    }

    @Test
    void itHoldsNoSecretAndNothingThatSomebodyTyped() {
        walk.signIn(amira, walk.first.administrator());
        walk.logIn(walk.browser(), "my password by mistake", "another secret 77");
        walk.logIn(walk.browser(), walk.first.earlierUser().userName(), "another secret 77");
        var page = amira.get("/audit").body();
        assertThat(page).doesNotContain("my password by mistake", "another secret 77", Walk.PASSWORD);
        assertThat(walk.store.text("SELECT COUNT(*) FROM audit WHERE subject_id IS NULL"))
                .isEqualTo("1");
    }
}
