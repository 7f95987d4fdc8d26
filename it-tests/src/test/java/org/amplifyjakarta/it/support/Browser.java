package org.amplifyjakarta.it.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A headless Chromium with a profile of its own; where it is not installed, the test that asks is skipped. */
public final class Browser implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path profile;
    private final ChromeDriver driver;

    private Browser(Path profile, ChromeDriver driver) {
        this.profile = profile;
        this.driver = driver;
    }

    /** Starts a browser, or skips the test. */
    public static Browser orSkip() throws IOException {
        return orSkip(true);
    }

    /** Starts a browser that runs the scripts of pages, or one that does not; or skips the test. */
    public static Browser orSkip(boolean scripts) throws IOException {
        Optional<Path> chromium = NodeModules.find("chromium");
        Optional<Path> chromeDriver = NodeModules.find("chromedriver");
        Assumptions.assumeTrue(
                chromium.isPresent() && chromeDriver.isPresent(), "Chromium and its driver are not there");
        Path profile = Files.createTempDirectory("chromium");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.orElseThrow().toString());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--disable-background-networking",
                "--no-first-run",
                "--window-size=900,700",
                "--user-data-dir=" + profile);
        // tests make their own
        options.setAcceptInsecureCerts(true);
        if (!scripts) {
            options.setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
        }
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromeDriver.orElseThrow().toFile())
                .usingAnyFreePort()
                .build();
        Browser browser = new Browser(profile, new ChromeDriver(service, options));
        browser.driver.manage().timeouts().scriptTimeout(PATIENCE);
        return browser;
    }

    /** Goes to an address. */
    public void open(String address) {
        driver.get(address);
    }

    /** Goes back, as by the button. */
    public void back() {
        driver.navigate().back();
    }

    /** Returns the address where it is now. */
    public String address() {
        return driver.getCurrentUrl();
    }

    /** Returns the text of the element of that id. */
    public String text(String id) {
        return driver.findElement(By.id(id)).getText();
    }

    /** Types into the field of that name. */
    public void type(String field, String text) {
        driver.findElement(By.name(field)).sendKeys(text);
    }

    /** Returns the text of the first element that a CSS selector finds. */
    public String textOf(String selector) {
        return driver.findElement(By.cssSelector(selector)).getText();
    }

    /** Returns an attribute of the first element that a CSS selector finds, or its state; null for none. */
    public @Nullable String attributeOf(String selector, String attribute) {
        return driver.findElement(By.cssSelector(selector)).getAttribute(attribute);
    }

    /** Tells whether a CSS selector finds something. */
    public boolean shows(String selector) {
        return !driver.findElements(By.cssSelector(selector)).isEmpty();
    }

    /** Types into the element that a CSS selector finds, in place of what is there. */
    public void fill(String selector, String text) {
        WebElement field = driver.findElement(By.cssSelector(selector));
        field.clear();
        field.sendKeys(text);
    }

    /** Chooses a file for the field that a CSS selector finds. */
    public void choose(String selector, Path file) {
        driver.findElement(By.cssSelector(selector))
                .sendKeys(file.toAbsolutePath().toString());
    }

    /** Waits until a CSS selector finds something. */
    public void awaitShown(String selector) {
        new WebDriverWait(driver, PATIENCE).ignoring(WebDriverException.class).until(found -> shows(selector));
    }

    /** Waits until a script says true. */
    public void awaitTrue(String script) {
        new WebDriverWait(driver, PATIENCE)
                .ignoring(WebDriverException.class)
                .until(waiting -> Boolean.TRUE.equals(run("return " + script)));
    }

    /** Makes the window another size, in CSS pixels. */
    public void resize(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    /** Sets media features, such as {@code prefers-color-scheme}. */
    public void emulate(Map<String, String> features) {
        List<Map<String, String>> named = features.entrySet().stream()
                .map(feature -> Map.of("name", feature.getKey(), "value", feature.getValue()))
                .toList();
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("features", named));
    }

    /** Prefers a language from now on, by {@code Accept-Language}. */
    public void speak(String language) {
        driver.executeCdpCommand(
                "Network.setUserAgentOverride",
                Map.of("userAgent", String.valueOf(run("return navigator.userAgent")), "acceptLanguage", language));
    }

    /** Writes a picture of what is seen. */
    public void picture(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    /** Clicks the element that a CSS selector finds. */
    public void click(String selector) {
        driver.findElement(By.cssSelector(selector)).click();
    }

    /** Clicks the element that a CSS selector finds, and waits for the page that comes of it. */
    public void follow(String selector) {
        WebElement page = driver.findElement(By.tagName("html"));
        click(selector);
        new WebDriverWait(driver, PATIENCE).until(waiting -> isGone(page));
    }

    private static boolean isGone(WebElement element) {
        try {
            element.isEnabled();
            return false;
        } catch (WebDriverException e) {
            // stale, or what the driver says in the moment between two pages
            return true;
        }
    }

    /** Waits until the element of that id holds that text. */
    public void awaitText(String id, String text) {
        awaitText(id, text::equals);
    }

    /** Waits until the element of that id holds such a text. */
    public void awaitText(String id, Predicate<String> expected) {
        new WebDriverWait(driver, PATIENCE).ignoring(WebDriverException.class).until(found -> expected.test(text(id)));
    }

    /** Runs a script. */
    public @Nullable Object run(String script, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(script, arguments);
    }

    /** Runs an expression that promises a value, and returns the value. */
    public @Nullable Object await(String expression, Object... arguments) {
        return ((JavascriptExecutor) driver)
                .executeAsyncScript(
                        "const done = arguments[arguments.length - 1]; Promise.resolve(" + expression
                                + ").then(done, (e) => done('failed: ' + e));",
                        arguments);
    }

    /** Returns the cookies that scripts see. */
    public String cookies() {
        return String.valueOf(run("return document.cookie"));
    }

    /** Keeps a session for the page where it is. */
    public void keep(BrowserCookies session) {
        for (String cookie : session.header().split("; ")) {
            run("document.cookie = arguments[0] + '; path=/'", cookie);
        }
    }

    /** Forgets all cookies. */
    public void forgetCookies() {
        driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
    }

    /** Returns what the console holds of warnings and errors since it was asked last. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Returns what the browser keeps for the page, {@code HttpOnly} cookies too, each by name and attributes. */
    public List<String> keptCookies() {
        return driver.manage().getCookies().stream()
                .map(cookie -> cookie.getName() + (cookie.isHttpOnly() ? "; HttpOnly" : "")
                        + (cookie.isSecure() ? "; Secure" : "") + "; SameSite=" + cookie.getSameSite())
                .toList();
    }

    /** Returns the cookies of the page, to be planted again. */
    public Set<Cookie> copiedCookies() {
        return driver.manage().getCookies();
    }

    /** Keeps cookies for the page's host, {@code HttpOnly} ones too. */
    public void plant(Set<Cookie> cookies) {
        cookies.forEach(driver.manage()::addCookie);
    }

    @Override
    public void close() {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // a leftover of the browser's own in the temporary folder
        }
    }
}
