package dev.tessera.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Everything that the router answers to, asked for by everybody.
class RoutesTest {
    /// A number is the status of the answer, a path where it leads. Whoever asks fills in what the page wants, about
    /// somebody of the first organisation; passwords of the log-in, links and codes alone are wrong.
    private static final String TABLE = """
            route                       visitor  password-due   enrolling  code-due  member    admin     access-admin  support   stranger
            GET  /                      /login   /new-password  /enrol     /code     /account  /account  /account      /account  /account
            GET  /login                 200      200            200        200       200       200       200           200       200
            POST /login                 403      403            403        403       403       403       403           403       403
            POST /logout                /login   200            200        200       200       200       200           200       200
            GET  /reset                 410      410            410        410       410       410       410           410       410
            GET  /invitation            410      410            410        410       410       410       410           410       410
            POST /invitation            410      410            410        410       410       410       410           410       410
            GET  /new-password          /login   200            /enrol     /code     /account  /account  /account      /account  /account
            POST /new-password          /login   200            /enrol     /code     /account  /account  /account      /account  /account
            GET  /enrol                 /login   /new-password  200        /code     /account  /account  /account      /account  /account
            POST /enrol                 /login   /new-password  200        /code     /account  /account  /account      /account  /account
            POST /enrol/verify          /login   /new-password  422        /code     /account  /account  /account      /account  /account
            GET  /code                  /login   /new-password  /enrol     200       /account  /account  /account      /account  /account
            POST /code                  /login   /new-password  /enrol     403       /account  /account  /account      /account  /account
            GET  /recovery              /login   /new-password  /enrol     200       /account  /account  /account      /account  /account
            POST /recovery              /login   /new-password  /enrol     403       /account  /account  /account      /account  /account
            GET  /clock                 /login   /new-password  /enrol     200       /account  /account  /account      /account  /account
            POST /clock                 /login   /new-password  /enrol     403       /account  /account  /account      /account  /account
            GET  /account               /login   /new-password  /enrol     /code     200       200       200           200       200
            POST /logout-everywhere     /login   /new-password  /enrol     /code     200       200       200           200       200
            POST /recovery-codes        /login   /new-password  /enrol     /code     200       200       200           200       200
            GET  /change-password       /login   /new-password  /enrol     /code     200       200       200           200       200
            POST /change-password       /login   /new-password  /enrol     /code     422       422       422           422       422
            GET  /authenticator         /login   /new-password  /enrol     /code     200       200       200           200       200
            POST /authenticator         /login   /new-password  /enrol     /code     200       200       200           200       200
            POST /authenticator/verify  /login   /new-password  /enrol     /code     422       422       422           422       422
            GET  /confirm               /login   /new-password  /enrol     /code     200       200       200           200       200
            POST /confirm               /login   /new-password  /enrol     /code     403       403       403           403       403
            GET  /audit                 /login   /new-password  /enrol     /code     403       200       200           403       200
            GET  /people                /login   /new-password  /enrol     /code     403       200       200           403       200
            GET  /person                /login   /new-password  /enrol     /code     403       200       200           403       404
            POST /person/grant          /login   /new-password  /enrol     /code     403       403       /person       403       404
            POST /person/take           /login   /new-password  /enrol     /code     403       403       409           403       404
            GET  /invite                /login   /new-password  /enrol     /code     403       403       200           403       200
            POST /invite                /login   /new-password  /enrol     /code     403       403       200           403       200
            GET  /reset-request         /login   /new-password  /enrol     /code     403       403       200           403       404
            POST /reset-request         /login   /new-password  /enrol     /code     403       403       /resets       403       404
            GET  /resets                /login   /new-password  /enrol     /code     403       403       200           200       200
            POST /resets/carry-out      /login   /new-password  /enrol     /code     403       403       403           200       404
            POST /resets/decline        /login   /new-password  /enrol     /code     403       403       403           200       404
            GET  /outbox/SECRET         200      200            200        200       200       200       200           200       200
            GET  /style.css             200      200            200        200       200       200       200           200       200
            GET  /wait.js               200      200            200        200       200       200       200           200       200
            GET  /icon.svg              200      200            200        200       200       200       200           200       200
            """;

    private static final Map<String, Map<String, String>> EXPECTED = table();

    /// Where an answer may lead, and what may stand in a link: names of pages, and which person they are about.
    private static final Pattern PLAIN_ADDRESS =
            Pattern.compile("/[a-z./-]*(\\?(page=[A-Z_]+|before=\\d+))?([?&]id=[0-9a-f-]{36})?");

    private static final Pattern LINK = Pattern.compile("(?:href|action|src)=\"([^\"]*)\"");

    private static Walk walk;
    private static final Map<String, Browser> BROWSERS = new LinkedHashMap<>();
    private static Snapshot start;

    @BeforeAll
    static void bringEverybodyInPlace() throws SQLException {
        walk = new Walk();
        var amira = walk.browser();
        walk.signIn(amira, walk.first.administrator());
        for (var name : List.of("admin", "access-admin", "enrolling", "code-due", "member")) {
            amira.get("/invite");
            var role = name.equals("admin") ? "ADMIN" : "MEMBER";
            amira.submit("/invite", Map.of("fullName", name, "email", userName(name), "role", role));
        }
        BROWSERS.put("visitor", walk.browser());
        BROWSERS.put("password-due", walk.browser());
        for (var name : List.of("member", "admin", "access-admin", "code-due")) {
            var browser = walk.browser();
            walk.signInInvited(browser, userName(name));
            BROWSERS.put(name, browser);
        }
        walk.logIn(of(BROWSERS, "code-due"), userName("code-due"), Walk.PASSWORD);
        amira.get("/account");
        amira.submit("/person/grant", Map.of("id", walk.idOf(userName("access-admin")), "role", "ACCESS_ADMIN"));
        for (var user : Map.of("support", walk.first.support(), "stranger", walk.first.otherAdministrator())
                .entrySet()) {
            var browser = walk.browser();
            walk.signIn(browser, user.getValue());
            BROWSERS.put(user.getKey(), browser);
        }
        askForAReset(amira);
        var enrolling = walk.browser();
        enrolling.get(Walk.newestLink(amira.get(Walk.path(walk.server.outbox())).body(), userName("enrolling")));
        enrolling.submit("/invitation", Map.of("newPassword", Walk.PASSWORD));
        walk.logIn(enrolling, userName("enrolling"), Walk.PASSWORD);
        BROWSERS.put("enrolling", enrolling);
        var jonas = walk.first.earlierUser();
        of(BROWSERS, "visitor").get("/login");
        walk.logIn(of(BROWSERS, "password-due"), jonas.userName(), jonas.password());
        for (var browser : BROWSERS.values()) { // until when a session may stay idle moves with the clock
            browser.tab().get("/");
        }
        start = Snapshot.of(walk.store.real());
    }

    /// Of the member, so that a reset waits for Support; the others ask for one of the admin.
    private static void askForAReset(Browser amira) {
        amira.get("/reset-request?id=" + walk.idOf(userName("member")));
        var answer = amira.submit("/reset-request", Map.of("reason", "lost", "priority", "NORMAL"));
        assertThat(answer.uri().getPath()).isEqualTo("/resets");
    }

    @AfterAll
    static void close() {
        if (walk != null) {
            walk.close();
        }
    }

    @Test
    void everyRouteStandsInTheTable() {
        var routes = walk.server.routes().stream().map(RoutesTest::name).toList();
        assertThat(routes).hasSameSizeAs(EXPECTED.keySet()).containsExactlyInAnyOrderElementsOf(EXPECTED.keySet());
        assertThat(BROWSERS.keySet())
                .containsExactlyInAnyOrderElementsOf(of(EXPECTED, "GET /").keySet());
    }

    @Test
    void everybodyGetsWhatTheTableSaysAndNoMore() throws SQLException {
        var found = new TreeMap<String, Map<String, String>>();
        for (var route : walk.server.routes()) {
            for (var role : BROWSERS.keySet()) {
                var asked = name(route) + " as " + role;
                var answer = ask(route, role);
                var place = answer.headers().firstValue("Location").map(to -> to.replaceFirst("\\?.*", ""));
                found.computeIfAbsent(name(route), _ -> new HashMap<>())
                        .put(role, place.orElse(Integer.toString(answer.statusCode())));
                assertGuarded(asked, route, answer);
                if (route.method().equals("GET")) {
                    assertThat(start.changed(walk.store.real()))
                            .as("%s changes nothing", asked)
                            .isEmpty();
                }
                start.restore(walk.store.real());
            }
        }
        for (var line : EXPECTED.entrySet()) {
            assertThat(found.get(line.getKey())).as(line.getKey()).isEqualTo(line.getValue());
        }
    }

    @Test
    void noPostWithoutTheTokenOrFromElsewhereChangesAnything() throws SQLException {
        for (var route : walk.server.routes()) {
            if (!route.method().equals("POST")) {
                continue;
            }
            for (var role : BROWSERS.entrySet()) {
                var browser = role.getValue().tab();
                var fields = new HashMap<>(fields(route.path(), role.getKey()));
                var elsewhere = browser.form(route.path(), fields).header("Origin", "https://evil.example");
                assertRefused(route, role.getKey(), browser.send(elsewhere.build()));
                assertRefused(
                        route,
                        role.getKey(),
                        browser.send(browser.form(route.path(), fields).build()));
                fields.put("formToken", "");
                assertRefused(route, role.getKey(), browser.post(route.path(), fields));
            }
        }
        assertThat(start.changed(walk.store.real())).isEmpty();
    }

    private static void assertRefused(Route<?> route, String role, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as("%s as %s", name(route), role).isEqualTo(403);
        assertThat(answer.body()).contains("This page is out of date");
    }

    private static HttpResponse<String> ask(Route<?> route, String role) {
        var browser = of(BROWSERS, role).tab();
        if (route.method().equals("POST")) {
            return browser.post(route.path(), fields(route.path(), role));
        }
        var query = fields(route.path(), role).containsKey("id") ? "?id=" + walk.idOf(target(role)) : "";
        var request = HttpRequest.newBuilder(walk.server.address().resolve(route.path() + query))
                .header("Cookie", String.valueOf(browser.cookie()));
        return browser.send(request.GET().build());
    }

    /// What a person at this route would fill in.
    private static Map<String, String> fields(String path, String role) {
        return switch (path) {
            case "/login" -> Map.of("username", userName("member"), "password", "not it");
            case "/new-password" -> Map.of("newPassword", Walk.PASSWORD);
            case "/authenticator" -> Map.of("password", Walk.PASSWORD);
            case "/code", "/enrol/verify", "/authenticator/verify", "/confirm" -> Map.of("code", "000000");
            case "/recovery" -> Map.of("recoveryCode", "AAAA-AAAA-AAAA-AAAA");
            case "/clock" -> Map.of("firstCode", "000000", "secondCode", "000001");
            case "/person", "/person/grant", "/person/take" -> Map.of("id", walk.idOf(target(role)), "role", "ADMIN");
            case "/reset-request" -> Map.of("id", walk.idOf(target(role)), "reason", "lost", "priority", "NORMAL");
            case "/resets/carry-out", "/resets/decline" ->
                Map.of("id", walk.store.text("SELECT id FROM reset_request"));
            case "/invite" -> Map.of("fullName", "Zoe", "email", "zoe@example.org", "role", "MEMBER");
            default -> Map.of();
        };
    }

    /// Whom the request is about: somebody of the first organisation with an authenticator, and no request yet.
    private static String target(String role) {
        return userName(role.equals("code-due") ? "access-admin" : "code-due");
    }

    private static <T> T of(Map<String, T> all, String name) {
        return Optional.ofNullable(all.get(name)).orElseThrow();
    }

    private static void assertGuarded(String asked, Route<?> route, HttpResponse<String> answer) {
        var headers = answer.headers();
        assertThat(headers.firstValue("Cache-Control")).as(asked).hasValue("no-store");
        assertThat(headers.firstValue("Referrer-Policy")).as(asked).hasValue("no-referrer");
        assertThat(headers.firstValue("X-Content-Type-Options")).as(asked).hasValue("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).as(asked).hasValue("DENY");
        assertThat(headers.firstValue("Cross-Origin-Opener-Policy")).as(asked).hasValue("same-origin");
        assertThat(headers.firstValue("Server")).as(asked).isEmpty();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .as(asked)
                .startsWith("default-src 'none'; style-src 'self';")
                .doesNotContain("unsafe")
                .satisfies(policy -> assertThat(policy.contains("script-src 'self'"))
                        .as("script is let in where one is, and beside no secret")
                        .isEqualTo(answer.body().contains("<script src=\"/wait.js\"")));
        assertThat(answer.body())
                .as(asked)
                .satisfiesAnyOf(
                        body -> assertThat(body).doesNotContain("<script"),
                        body -> assertThat(body).doesNotContain("id=\"secret\""));
        headers.allValues("Set-Cookie")
                .forEach(set -> assertThat(set)
                        .as(asked)
                        .matches("login-\\d+=[A-Za-z0-9_-]{43}; Path=/; HttpOnly; SameSite=Strict"));
        headers.firstValue("Location")
                .ifPresent(place -> assertThat(place).as(asked).matches(PLAIN_ADDRESS));
        if (!route.path().startsWith("/outbox/") && !route.path().contains(".")) {
            var links = LINK.matcher(answer.body());
            while (links.find()) {
                assertThat(links.group(1).replace("&#x3D;", "=").replace("&amp;", "&"))
                        .as(asked)
                        .matches(PLAIN_ADDRESS);
            }
        }
    }

    private static String userName(String name) {
        return name + "@example.org";
    }

    /// The address of the outbox is a secret of this server.
    private static String name(Route<?> route) {
        return route.method() + " " + route.path().replaceFirst("^/outbox/.*", "/outbox/SECRET");
    }

    private static Map<String, Map<String, String>> table() {
        var lines = TABLE.lines()
                .map(line -> new ArrayList<>(Arrays.asList(line.split("\\s+"))))
                .toList();
        var roles = lines.getFirst().subList(1, lines.getFirst().size());
        var table = new LinkedHashMap<String, Map<String, String>>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = new HashMap<String, String>();
            for (int i = 0; i < roles.size(); i++) {
                cells.put(roles.get(i), line.get(i + 2));
            }
            table.put(line.get(0) + " " + line.get(1), cells);
        }
        return table;
    }
}
