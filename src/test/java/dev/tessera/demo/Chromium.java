package dev.tessera.demo;

import dev.tessera.journey.Needs;
import dev.tessera.otp.Base32;
import dev.tessera.otp.Credential;
import dev.tessera.otp.OtpParameters;
import dev.tessera.otp.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.support.ui.WebDriverWait;

/// A real Chromium without a screen, on the demo's pages.
final class Chromium implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ChromeDriver driver;
    private final Inspection inspection;

    /// @param profile a new folder
    Chromium(Path profile) {
        Needs.chromium();
        var service = new ChromeDriverService.Builder()
                .usingDriverExecutable(
                        Needs.onPath("chromedriver").orElseThrow().toFile())
                .build();
        driver = new ChromeDriver(
                service,
                dev.tessera.journey.Browser.options(profile)
                        .addArguments("--headless=new", "--hide-scrollbars", "--ignore-certificate-errors"));
        inspection = new Inspection(driver);
    }

    /// From now on pages run no script of theirs; what a test asks of the page still runs.
    void withoutScript(boolean isOff) {
        driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", isOff));
    }

    /// As a new browser: without the cookies that it was given.
    void forget() {
        driver.manage().deleteAllCookies();
    }

    List<String> cookieNames() {
        return driver.manage().getCookies().stream().map(Cookie::getName).toList();
    }

    void open(URI address) {
        driver.get(address.toString());
    }

    void type(String field, String text) {
        var element = driver.findElement(By.name(field));
        element.clear();
        element.sendKeys(text);
    }

    /// Chooses from a list by what it shows.
    void choose(String field, String text) {
        driver.findElement(By.name(field))
                .findElement(By.xpath("option[normalize-space()='" + text + "']"))
                .click();
    }

    /// Presses a button; ends when the next page is there.
    void press(String button) {
        leaveBy(() -> driver.findElement(By.xpath("//button[normalize-space()='" + button + "']"))
                .click());
    }

    /// Follows a link; ends when the next page is there.
    void follow(String link) {
        leaveBy(() -> driver.findElement(By.xpath("//a[normalize-space()='" + link + "']"))
                .click());
    }

    /// Types keys at whatever has the focus.
    void keys(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /// Presses Enter where the focus is; ends when the next page is there.
    void enter() {
        leaveBy(() -> keys(Keys.ENTER));
    }

    /// Presses Tab until something has the focus that bears a name or a text.
    void tabTo(String nameOrText) {
        for (int i = 0; i < 40; i++) {
            var focused = driver.switchTo().activeElement();
            if (nameOrText.equals(focused.getDomAttribute("name"))
                    || nameOrText.equals(focused.getText().strip())) {
                return;
            }
            keys(Keys.TAB);
        }
        throw new AssertionError("Tab does not reach " + nameOrText + " on " + path());
    }

    /// A mark on its window tells the old page from the new one.
    private void leaveBy(Runnable act) {
        driver.executeScript("window.leaving = true");
        act.run();
        new WebDriverWait(driver, PATIENCE, Duration.ofMillis(20))
                .ignoring(WebDriverException.class)
                .until(_ -> Boolean.TRUE.equals(
                        driver.executeScript("return !window.leaving && document.readyState === 'complete'")));
    }

    /// The path of the page that is shown.
    String path() {
        return URI.create(String.valueOf(driver.getCurrentUrl())).getPath();
    }

    String heading() {
        return driver.findElement(By.tagName("h1")).getText();
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /// The text of the element with an id; empty if there is none.
    String text(String id) {
        return elements("#" + id).stream().map(WebElement::getText).findFirst().orElse("");
    }

    /// The texts of all that a CSS selector finds.
    List<String> texts(String selector) {
        return elements(selector).stream().map(WebElement::getText).toList();
    }

    boolean has(String selector) {
        return !elements(selector).isEmpty();
    }

    private List<WebElement> elements(String selector) {
        return driver.findElements(By.cssSelector(selector));
    }

    /// What a script gives for the page.
    String evaluate(String script) {
        return Objects.toString(driver.executeScript(script), "");
    }

    /// Waits for what comes by itself.
    void await(String script) {
        new WebDriverWait(driver, PATIENCE, Duration.ofMillis(20))
                .until(_ -> Boolean.TRUE.equals(driver.executeScript(script)));
    }

    /// The page as it would be printed, as a PDF.
    byte[] printed() {
        var pdf = driver.executeCdpCommand("Page.printToPDF", Map.of()).get("data");
        return Base64.getDecoder().decode(String.valueOf(pdf));
    }

    /// The secret that the enrolment page shows.
    Credential scanned() {
        var bytes = Base32.decode(text("secret").replaceAll("\\s", ""));
        return new Credential(Secret.copyOf(bytes), OtpParameters.Totp.standard());
    }

    /// Looks at the page as people do; see [Inspection].
    void look(String name) {
        inspection.look(name);
    }

    @Override
    public void close() {
        driver.quit();
    }
}
