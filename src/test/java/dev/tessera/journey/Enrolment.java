package dev.tessera.journey;

import dev.tessera.demo.DemoServer;
import org.openqa.selenium.By;

/// The steps that a newly invited person takes on the demo's pages.
record Enrolment(DemoServer demo, LoginPage page) {

    /// Opens the invitation, sets the password, logs in; ends where the QR code is seen.
    void upToTheQrCode(String password) {
        page.open(demo.firstAccounts().orElseThrow().invitation());
        page.type("newPassword", password);
        page.press("Set password");
        logIn(password);
        page.waitFor(By.id("qr"));
    }

    /// User name and password.
    void logIn(String password) {
        page.open(demo.address().resolve("/login"));
        page.type("username", demo.firstAccounts().orElseThrow().invitedUserName());
        page.type("password", password);
        page.press("Log in");
    }

    /// Types the code on the enrolment page; ends where it was accepted.
    void verify(String code) {
        page.type("code", code);
        page.press("Verify");
        page.waitFor(By.id("wait"));
    }

    /// Types a code on the log-in's second page.
    void typeCode(String code) {
        page.type("code", code);
        page.press("Log in");
    }
}
