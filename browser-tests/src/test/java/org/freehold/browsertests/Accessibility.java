package org.freehold.browsertests;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.List;

/** What axe can tell of WCAG 2.2 level AA. */
final class Accessibility {
  private static final List<String> LEVEL_AA =
      List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

  private Accessibility() {}

  static void holds(Page page, String where) {
    check(new AxeBuilder(page).withTags(LEVEL_AA), where);
  }

  /** Only what depends on colours. */
  static void holdsInColours(Page page, String where) {
    check(new AxeBuilder(page).withRules(List.of("color-contrast")), where);
  }

  private static void check(AxeBuilder axe, String where) {
    List<String> violations =
        // The pages have no frames: no second page is needed to put their results together.
        axe.setLegacyMode(true).analyze().getViolations().stream()
            .map(Accessibility::told)
            .toList();
    assertThat(violations).as("What axe found on %s", where).isEmpty();
  }

  private static String told(Rule rule) {
    return rule.getId()
        + " ("
        + rule.getHelp()
        + "): "
        + rule.getNodes().stream()
            .limit(3)
            .map(
                node ->
                    node.getHtml() + " " + node.getAny().stream().map(c -> c.getMessage()).toList())
            .toList();
  }
}
