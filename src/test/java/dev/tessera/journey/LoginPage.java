package dev.tessera.journey;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/// A real Chromium window on the demo's pages, on the left of the screen.
final class LoginPage implements AutoCloseable {
    private final ChromeDriver browser;

    LoginPage(Path profile) {
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(
                        Needs.onPath("chromedriver").orElseThrow().toFile())
                .build();
        var options = new ChromeOptions();
        options.setBinary(Needs.onPath("chromium").orElseThrow().toFile());
        options.addArguments(
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--window-position=0,0",
                "--window-size=900,980",
                "--user-data-dir=" + profile);
        browser = new ChromeDriver(service, options);
    }

    void open(URI address) {
        browser.get(address.toString());
    }

    void type(String field, String text) {
        var element = waitFor(By.name(field));
        element.clear();
        element.sendKeys(text);
    }

    void press(String button) {
        var element = browser.findElement(By.xpath("//button[normalize-space()='" + button + "']"));
        element.click();
        new WebDriverWait(browser, Duration.ofSeconds(20)).until(ExpectedConditions.stalenessOf(element));
    }

    WebElement waitFor(By place) {
        return new WebDriverWait(browser, Duration.ofSeconds(20))
                .until(ExpectedConditions.visibilityOfElementLocated(place));
    }

    boolean has(By place) {
        return !browser.findElements(place).isEmpty();
    }

    String text() {
        return browser.findElement(By.tagName("body")).getText();
    }

    @Override
    public void close() {
        browser.quit();
    }
}
