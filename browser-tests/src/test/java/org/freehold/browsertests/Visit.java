package org.freehold.browsertests;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import org.freehold.systemtests.Installation;

/** One person at one browser: an own profile, nobody signed in yet. */
final class Visit implements AutoCloseable {
  private final BrowserContext context;
  private final Page page;
  private final Watch watch;

  Visit(Browser browser) {
    context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setBaseURL(Installation.url().toString())
                .setViewportSize(1280, 800)
                .setLocale("en-GB")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setTimezoneId("UTC"));
    context.setDefaultTimeout(Chromium.PATIENCE_MILLIS);
    context.tracing().start(new Tracing.StartOptions().setSnapshots(true));
    watch = new Watch(context);
    page = context.newPage();
  }

  Page page() {
    return page;
  }

  Dashboard dashboard() {
    return new Dashboard(this);
  }

  Watch watch() {
    return watch;
  }

  /** Keeps the last picture and the trace, which {@code playwright show-trace} opens. */
  void keep(Path folder) {
    page.screenshot(
        new Page.ScreenshotOptions().setPath(folder.resolve("last.png")).setFullPage(true));
    context.tracing().stop(new Tracing.StopOptions().setPath(folder.resolve("trace.zip")));
  }

  @Override
  public void close() {
    context.close();
  }
}
