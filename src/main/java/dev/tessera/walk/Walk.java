package dev.tessera.walk;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import javafx.application.ColorScheme;

/// From the invitation to the second log-in: each step as a person takes it, over the real parts.
final class Walk {
    private static final String PASSPHRASE = "a passphrase for this walk alone";
    private static final long PERIOD = 30;

    private final LoginSide loginSide;
    private final WalkedWindow window;
    private final WalkLog log;

    Walk(LoginSide loginSide, WalkedWindow window, WalkLog log) {
        this.loginSide = loginSide;
        this.window = window;
        this.log = log;
    }

    /// Walks the whole way.
    ///
    /// @throws IOException if a step does not lead to the next one; the message says which
    void go() throws IOException {
        createVault();
        var enrolment = upToTheQrCode();
        addFromScreen(enrolment);
        var used = activate(enrolment);
        var codePage = logInWithUsedCode(used);
        logInWithFreshCode(used, codePage);
        lock();
        log.end();
    }

    private void createVault() throws IOException {
        log.step("Tessera opens for the first time and asks for a new passphrase");
        window.await("passphrase");
        picture("first-start", ColorScheme.LIGHT);
        window.typePassphrase("passphrase", PASSPHRASE.toCharArray());
        window.typePassphrase("passphrase-again", PASSPHRASE.toCharArray());
        window.press("create");
        window.await("scan-screen");
        log.step("The encrypted vault is created; it contains no account yet");
        picture("empty", ColorScheme.LIGHT);
    }

    private Page upToTheQrCode() throws IOException {
        log.step("The demo login server runs at " + loginSide.address() + "; " + loginSide.userName()
                + " opens the invitation and sets a password");
        loginSide.acceptInvitation();
        log.step("Log in with user name and password: the page shows a QR code and asks for six digits");
        var page = loginSide.logIn();
        window.showOnScreen(page);
        log.picture("login-page", window.screen());
        return page;
    }

    private void addFromScreen(Page enrolment) throws IOException {
        log.step("Press \"Scan this screen\": Tessera reads the QR code from the page");
        window.press("scan-screen");
        window.await("add-account");
        picture("preview", ColorScheme.LIGHT);
        log.step("Add the account: it is saved, and its code is there");
        window.press("add-account");
        window.awaitAccounts(1);
        picture("list", ColorScheme.LIGHT);
        picture("list-dark", ColorScheme.DARK);
        expect(enrolment.svg().isPresent(), enrolment);
    }

    private String activate(Page enrolment) throws IOException {
        log.step("Press Enter: the code is copied; type it into the page, and the account is activated");
        var code = window.copyFirstCode();
        picture("copied", ColorScheme.LIGHT);
        var page = loginSide.type(code, enrolment);
        expect(page.has("wait"), page);
        return code;
    }

    private Page logInWithUsedCode(String used) throws IOException {
        log.step("Log in again with the password, and with the same code: it has been used, and is refused");
        var page = loginSide.type(used, loginSide.logIn());
        expect(page.error().filter(error -> error.contains("used")).isPresent(), page);
        return page;
    }

    private void logInWithFreshCode(String used, Page codePage) throws IOException {
        var wait = Duration.between(Instant.now(), nextStep());
        log.step("Wait " + wait.toSecondsPart() + " seconds for the next code, and log in with it");
        sleep(wait);
        var fresh = window.copyFirstCode();
        if (fresh.equals(used)) {
            throw new WalkException("the window still shows the used code after its time was over");
        }
        var page = loginSide.type(fresh, codePage);
        expect(page.has("factor"), page);
        log.step("Logged in: \"" + page.heading() + "\"");
    }

    private void lock() throws IOException {
        log.step("Lock the vault: no name or code is left in the window");
        window.lock();
        window.await("passphrase");
        picture("locked", ColorScheme.LIGHT);
    }

    private void picture(String name, ColorScheme scheme) throws IOException {
        log.picture(name, window.picture(scheme));
    }

    private static Instant nextStep() {
        long step = Instant.now().getEpochSecond() / PERIOD;
        return Instant.ofEpochSecond((step + 1) * PERIOD);
    }

    private static void sleep(Duration wait) throws InterruptedIOException {
        try {
            Thread.sleep(wait);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("called off");
        }
    }

    private static void expect(boolean reached, Page page) throws WalkException {
        if (!reached) {
            throw new WalkException("this led to the page \"" + page.heading() + "\""
                    + page.error().map(error -> ", which says: " + error).orElse(""));
        }
    }
}
