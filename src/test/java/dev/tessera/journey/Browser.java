package dev.tessera.journey;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/// A real Chromium window on screens of our own.
public final class Browser implements AutoCloseable {
    private final ChromeDriver driver;

    /// @param place of the window: `0,0`, in units of 1/96 inch
    Browser(Path profile, XScreens screens, String place, int dpi) {
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(
                        Needs.onPath("chromedriver").orElseThrow().toFile())
                .withEnvironment(screens.environment())
                .build();
        driver = new ChromeDriver(
                service,
                options(profile)
                        .addArguments(
                                "--window-position=" + place,
                                "--window-size=860,760",
                                "--force-device-scale-factor=" + dpi / 96));
    }

    /// What every Chromium of a journey starts with.
    public static ChromeOptions options(Path profile) {
        var options = new ChromeOptions();
        options.setBinary(Needs.onPath("chromium").orElseThrow().toFile());
        return options.addArguments(
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--user-data-dir=" + profile);
    }

    /// Shows a page at a zoom, in percent; ends when it is on the screen.
    void show(String html, int zoom) {
        driver.get(
                "data:text/html;base64," + Base64.getEncoder().encodeToString(html.getBytes(StandardCharsets.UTF_8)));
        driver.executeScript("document.documentElement.style.zoom = arguments[0]", zoom / 100.0);
        driver.executeScript("""
                window.painted = false;
                Promise.all([...document.images].map(image => image.decode()))
                    .then(() => requestAnimationFrame(() => requestAnimationFrame(() => { window.painted = true; })))""");
        new WebDriverWait(driver, Duration.ofSeconds(20))
                .until(_ -> Boolean.TRUE.equals(driver.executeScript("return window.painted")));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
