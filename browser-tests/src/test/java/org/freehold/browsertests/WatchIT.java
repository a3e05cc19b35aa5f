package org.freehold.browsertests;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A watch that sees nothing would let every journey pass. */
@InTheBrowser
class WatchIT {
  private static final String PAGE = "/admin/";

  private Watch watch;
  private Page page;

  @BeforeEach
  void openAPage(Visit visit) {
    page = visit.page();
    page.navigate(PAGE);
    watch = visit.watch();
    assertThat(watch.taken()).isEmpty();
  }

  @Test
  void seesAnErrorOnTheConsole() {
    page.evaluate("console.error('something is wrong')");

    assertThat(watch.taken()).containsExactly("Console error: something is wrong");
  }

  @Test
  void seesAnExceptionThatNobodyCaught() {
    page.evaluate("setTimeout(() => missing())");
    page.waitForCondition(() -> !watch.faults().isEmpty());

    assertThat(watch.taken()).singleElement().asString().contains("missing is not defined");
  }

  @Test
  void seesAViolationOfTheContentSecurityPolicy() {
    page.evaluate("document.body.setAttribute('style', 'color: red')");
    page.waitForCondition(() -> watch.faults().size() > 1);

    assertThat(watch.taken()).anyMatch(fault -> fault.startsWith("Policy violated: style-src"));
  }

  @Test
  void seesARequestThatIsRefusedUnlessItIsExpected() {
    page.evaluate("fetch('/api/projects')");
    page.waitForCondition(() -> !watch.faults().isEmpty());
    assertThat(watch.taken()).containsExactly("Answered 401 GET /api/projects");

    watch.expect(401, "GET", "/api/whoami");
    page.waitForResponse("**/api/whoami", () -> page.evaluate("fetch('/api/whoami')"));
    watch.holdsNothing();
  }
}
