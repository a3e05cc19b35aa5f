package org.freehold.browsertests;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Path;
import java.util.Map;

/**
 * The one browser of all journeys that a thread makes, as its driver knows no other thread; each
 * journey gets a profile of its own in it.
 */
final class Chromium implements AutoCloseable {
  static final double PATIENCE_MILLIS = 20_000;

  private final Playwright playwright =
      Playwright.create(
          new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
  private final Browser browser =
      playwright
          .chromium()
          .launch(
              new BrowserType.LaunchOptions()
                  .setExecutablePath(Path.of(System.getProperty("freehold.browser")))
                  .setHeadless(!Boolean.getBoolean("freehold.browser.headed"))
                  .setSlowMo(Integer.getInteger("freehold.browser.slow", 0)));

  Chromium() {
    // Builds share their processors with others; waiting costs only what fails.
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
  }

  Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    playwright.close();
  }
}
