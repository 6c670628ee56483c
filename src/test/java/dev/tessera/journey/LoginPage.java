package dev.tessera.journey;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/// A real Chromium window on the demo's pages, on the left of the screen.
final class LoginPage implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ChromeDriver browser;

    LoginPage(Path profile) {
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(
                        Needs.onPath("chromedriver").orElseThrow().toFile())
                .build();
        browser = new ChromeDriver(
                service, Browser.options(profile).addArguments("--window-position=0,0", "--window-size=900,980"));
    }

    void open(URI address) {
        browser.get(address.toString());
    }

    void type(String field, String text) {
        var element = waitFor(By.name(field));
        element.clear();
        element.sendKeys(text);
    }

    /// Pastes the clipboard into a field, in place of what it holds.
    void paste(String field) {
        var element = waitFor(By.name(field));
        element.clear();
        element.sendKeys(Keys.chord(Keys.CONTROL, "v"));
        new WebDriverWait(browser, PATIENCE).until(_ -> !value(field).isEmpty());
    }

    /// What a field holds.
    String value(String field) {
        return Objects.requireNonNullElse(browser.findElement(By.name(field)).getDomProperty("value"), "");
    }

    /// Asks until it is so, for longer than a time step.
    void waitUntil(BooleanSupplier condition) {
        new WebDriverWait(browser, PATIENCE.multipliedBy(2)).until(_ -> condition.getAsBoolean());
    }

    /// Presses a button that leads to another page; ends when that page is there.
    ///
    /// A mark on its window tells the old page from the new one: to ask the old button whether it is still there
    /// fails by chance in the moment in which the page is replaced.
    void press(String button) {
        browser.executeScript("window.leaving = true");
        browser.findElement(By.xpath("//button[normalize-space()='" + button + "']"))
                .click();
        new WebDriverWait(browser, PATIENCE)
                .ignoring(WebDriverException.class)
                .until(_ -> Boolean.TRUE.equals(
                        browser.executeScript("return !window.leaving && document.readyState === 'complete'")));
    }

    WebElement waitFor(By place) {
        return new WebDriverWait(browser, PATIENCE).until(ExpectedConditions.visibilityOfElementLocated(place));
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
