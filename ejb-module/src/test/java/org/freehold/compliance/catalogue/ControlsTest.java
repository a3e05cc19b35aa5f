package org.freehold.compliance.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.freehold.compliance.Framework;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Published lists of controls have wrong ids; ours are held to the texts. */
class ControlsTest {
  @Test
  void soc2HasCriteriaAndNoPointsOfFocus() {
    assertThat(ids(Framework.SOC2))
        .isEqualTo(
            List.of(
                "CC2.1 CC4.1 CC4.2 CC6.1 CC6.2 CC6.3 CC6.6 CC6.7 CC7.1 CC7.2 CC7.3 CC7.4 CC7.5 CC8.1 A1.2 A1.3 C1.1 C1.2 P4.2 P4.3 P5.1 P5.2 P6.2 P6.3 P6.6"
                    .split(" ")));
    assertThat(ids(Framework.SOC2)).allMatch(id -> id.matches("(CC|A|C|P)[0-9]\\.[0-9]"));
  }

  @Test
  void hipaaTellsWhatIsRequired() {
    assertThat(ids(Framework.HIPAA))
        .isEqualTo(
            List.of(
                "164.308(a)(1)(ii)(D) 164.308(a)(3)(ii)(C) 164.308(a)(4)(ii)(B) 164.308(a)(4)(ii)(C) 164.308(a)(5)(ii)(C) 164.308(a)(6)(ii) 164.308(a)(7)(ii)(A) 164.308(a)(7)(ii)(B) 164.308(a)(7)(ii)(D) 164.308(a)(8) 164.312(a)(1) 164.312(a)(2)(i) 164.312(a)(2)(ii) 164.312(a)(2)(iii) 164.312(a)(2)(iv) 164.312(b) 164.312(c)(1) 164.312(c)(2) 164.312(d) 164.316(b)(1)(ii) 164.316(b)(2)(i) 164.410 164.528"
                    .split(" ")));
    // A standard without specifications is not addressable.
    assertThat(control(Framework.HIPAA, "164.312(b)").requirement()).isNull();
    assertThat(control(Framework.HIPAA, "164.312(a)(2)(i)").requirement()).isEqualTo("required");
    assertThat(control(Framework.HIPAA, "164.312(a)(2)(iv)").requirement())
        .isEqualTo("addressable");
  }

  @Test
  void gdprHasArticlesAndParagraphs() {
    assertThat(ids(Framework.GDPR))
        .isEqualTo(
            List.of(
                "5(1)(e) 5(1)(f) 5(2) 7(1) 7(3) 12(3) 15(1) 15(3) 16 17(1) 17(3)(b) 17(3)(e) 18 19 20(1) 25(1) 25(2) 28(3)(a) 28(3)(e) 28(3)(f) 28(3)(g) 28(3)(h) 30(1) 30(2) 32(1)(a) 32(1)(b) 32(1)(c) 32(1)(d) 32(4) 33(1) 33(2) 33(5) 34(1)"
                    .split(" ")));
  }

  @Test
  void iso27001HasTheIdsOf2022() {
    assertThat(ids(Framework.ISO27001))
        .isEqualTo(
            List.of(
                "A.5.3 A.5.15 A.5.16 A.5.17 A.5.18 A.5.25 A.5.26 A.5.28 A.5.33 A.5.34 A.8.2 A.8.3 A.8.5 A.8.9 A.8.10 A.8.13 A.8.15 A.8.16 A.8.17 A.8.18 A.8.24 A.8.32 9.1"
                    .split(" ")));
  }

  @Test
  void pciDssHasTheRequirementsOf401() {
    assertThat(ids(Framework.PCI_DSS))
        .isEqualTo(
            List.of(
                "6.5.1 7.2.2 7.2.3 7.2.4 8.2.1 8.2.2 8.2.4 8.2.5 8.2.6 8.2.8 8.3.4 8.4.1 8.4.2 10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.3.2 10.3.3 10.3.4 10.4.1 10.4.1.1 10.4.3 10.5.1 10.6.1 10.6.3 10.7.1 10.7.2 10.7.3 12.10.5"
                    .split(" ")));
    assertThat(Framework.PCI_DSS.edition()).isEqualTo("4.0.1");
  }

  @ParameterizedTest
  @EnumSource
  void everyControlRestsOnQuestionsThatAreWritten(Framework framework) {
    assertThat(ids(framework)).doesNotHaveDuplicates();
    for (Control control : Controls.of(framework)) {
      assertThat(control.questions()).as(control.id()).isNotEmpty().doesNotHaveDuplicates();
      control.questions().forEach(id -> assertThat(Questions.byId(id).id()).isEqualTo(id));
      assertThat(control.title()).as(control.id()).doesNotEndWith(".").hasSizeLessThan(70);
    }
  }

  @Test
  void thereAreThirtyFiveQuestionsAndTwoAboutReports() {
    List<String> expected = new java.util.ArrayList<>();
    for (int i = 1; i <= 35; i++) {
      expected.add("Q%02d".formatted(i));
    }
    expected.addAll(List.of("R01", "R02"));
    assertThat(Questions.all()).extracting(Question::id).isEqualTo(expected);
    TreeSet<String> named = new TreeSet<>();
    for (Framework framework : Framework.values()) {
      Controls.of(framework).forEach(control -> named.addAll(control.questions()));
    }
    assertThat(named).as("each is asked by some framework").containsExactlyElementsOf(expected);
  }

  @Test
  void whatIsAskedSeesSealedEventsOfTheTenantOnly() {
    for (Question question : Questions.all()) {
      if (question.sql() != null) {
        assertThat(question.sql())
            .as(question.id())
            .contains(
                "e.tenant_id = :tenant", "e.position < :end", "e.id < :behind", " as exception")
            .doesNotContain(" audit_event ", "now()", ";");
      }
    }
  }

  private static Control control(Framework framework, String id) {
    return Controls.of(framework).stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  private static List<String> ids(Framework framework) {
    return Controls.of(framework).stream().map(Control::id).toList();
  }
}
