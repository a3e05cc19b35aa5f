package org.freehold.engine.access.condition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.freehold.engine.access.AccessAttributes;
import org.freehold.engine.access.condition.Finding.Code;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConditionCheckerTest {

  private static final Condition.Test FINE = test("tenant.tier", "eq", "pro");

  @Test
  void findsWhatIsWrittenWrongAndWhere() {
    assertThat(check(all(test("resource.colour", "eq", "blue"), FINE)))
        .containsExactly(
            new Finding(Code.UNKNOWN_ATTRIBUTE, "/all/0/attribute", "resource.colour"));
    assertThat(check(not(test("subject.email", "lt", "a"))))
        .containsExactly(new Finding(Code.OPERATOR_NOT_TAKEN, "/not/operator", "lt"));
    assertThat(check(any(FINE, test("resource.requires_approval", "eq", "yes"))))
        .containsExactly(new Finding(Code.WRONG_TYPE, "/any/1/value", "flag"));
    assertThat(check(test("resource.visibility", "in", "public", "secret")))
        .containsExactly(new Finding(Code.OUT_OF_DOMAIN, "/value/1", "secret"));
    assertThat(check(test("environment.address", "in_network", "10.0.0.1/8")))
        .containsExactly(new Finding(Code.MALFORMED_NETWORK, "/value/0", "10.0.0.1/8"));
    assertThat(check(test("subject.email", "in")))
        .extracting(Finding::code)
        .containsExactly(Code.VALUE_MISSING);
    assertThat(check(test("resource.tags", "exists", "x")))
        .extracting(Finding::code)
        .containsExactly(Code.TOO_MANY_VALUES);
    assertThat(check(all())).extracting(Finding::code).containsExactly(Code.EMPTY_COMBINATOR);
    assertThat(check(number("environment.mfa_age_seconds", "lt", -1)))
        .extracting(Finding::code)
        .containsExactly(Code.OUT_OF_DOMAIN);
    assertThat(check(number("environment.mfa_age_seconds", "lt", Double.NaN)))
        .extracting(Finding::code)
        .containsExactly(Code.WRONG_TYPE);
    assertThat(check(window("within", Set.of(), 60, 120)))
        .extracting(Finding::code)
        .containsExactly(Code.WINDOW_NEVER_OPENS);
    assertThat(check(window("within", Set.of(DayOfWeek.MONDAY), 60, 60)))
        .extracting(Finding::code)
        .containsExactly(Code.WINDOW_NEVER_OPENS);
  }

  @Test
  void hasLimits() {
    Condition deep = FINE;
    for (int level = 1; level < ConditionChecker.MAX_DEPTH; level++) {
      deep = not(deep);
    }
    assertThat(check(deep)).isEmpty();
    assertThat(check(not(deep))).extracting(Finding::code).containsExactly(Code.TOO_DEEP);
    int most = ConditionChecker.MAX_NODES - 1;
    assertThat(check(any(Collections.nCopies(most, FINE).toArray(Condition[]::new)))).isEmpty();
    assertThat(check(any(Collections.nCopies(most + 1, FINE).toArray(Condition[]::new))))
        .extracting(Finding::code)
        .containsExactly(Code.TOO_MANY_NODES);
    String[] many =
        Collections.nCopies(ConditionChecker.MAX_VALUES + 1, "x").toArray(String[]::new);
    assertThat(check(test("subject.tags", "contains_any", many)))
        .extracting(Finding::code)
        .containsExactly(Code.TOO_MANY_VALUES);
    assertThat(check(test("subject.email", "eq", "x".repeat(ConditionChecker.MAX_TEXT + 1))))
        .extracting(Finding::code)
        .containsExactly(Code.TOO_LONG);
  }

  static Stream<Condition> impossible() {
    return Stream.of(
        all(test("tenant.tier", "eq", "pro"), test("tenant.tier", "eq", "free")),
        all(test("tenant.tier", "in", "pro", "free"), test("tenant.tier", "not_in", "pro", "free")),
        all(test("subject.email", "starts_with", "a"), test("subject.email", "starts_with", "b")),
        all(test("subject.email", "eq", "a@x"), not(test("subject.email", "ends_with", "x"))),
        all(
            number("environment.mfa_age_seconds", "lt", 10),
            number("environment.mfa_age_seconds", "ge", 10)),
        number("environment.mfa_age_seconds", "lt", 0),
        test("resource.security_level", "lt", "public"),
        all(
            test("resource.security_level", "gt", "internal"),
            test("resource.security_level", "in", "public", "internal")),
        not(test("resource.visibility", "in", "public", "team", "private")),
        all(
            test("resource.tags", "contains_all", "a", "b"),
            test("resource.tags", "contains_none", "b")),
        all(
            test("resource.tags", "contains_any", "a"),
            not(test("resource.tags", "contains_any", "a", "b"))),
        all(
            test("resource.tags", "contains_all", "a"),
            not(test("resource.tags", "contains_all", "a"))),
        all(test("resource.workspace", "missing"), test("resource.workspace", "ne", "x")),
        all(test("resource.workspace", "missing"), test("resource.workspace", "exists")),
        all(
            test("environment.address", "in_network", "10.1.0.0/16"),
            test("environment.address", "in_network", "10.2.0.0/16")),
        all(
            test("environment.address", "in_network", "10.1.0.0/16"),
            test("environment.address", "not_in_network", "10.0.0.0/8")),
        test("environment.address", "not_in_network", "0.0.0.0/0", "::/0"),
        all(
            window("within", Set.of(DayOfWeek.MONDAY), 60, 120),
            window("within", Set.of(DayOfWeek.MONDAY), 120, 180)),
        all(
            window("within", Set.of(DayOfWeek.MONDAY), 60, 120),
            window("not_within", Set.of(DayOfWeek.MONDAY), 0, 1440)),
        all(
            test("context.x", "eq", "a"),
            new Condition.Test("context.x", Operator.EQ, List.of(Literal.of(true)))),
        all(test("context.x", "eq", "a"), test("context.x", "contains_any", "a")),
        all(
            any(test("tenant.tier", "eq", "pro"), test("tenant.tier", "eq", "free")),
            test("tenant.tier", "eq", "basic")));
  }

  @ParameterizedTest
  @MethodSource("impossible")
  void findsWhatCanNeverMatch(Condition condition) {
    assertThat(check(condition)).extracting(Finding::code).contains(Code.NEVER_MATCHES);
    assertThat(check(any(condition, test("subject.kind", "eq", "user"))))
        .isNotEmpty()
        .allMatch(Finding::isWarning)
        .allMatch(found -> found.pointer().startsWith("/any/0"));
  }

  static Stream<Condition> possible() {
    return Stream.of(
        all(test("tenant.tier", "ne", "pro"), test("tenant.tier", "ne", "free")),
        all(
            test("subject.email", "starts_with", "ab"),
            test("subject.email", "starts_with", "a"),
            test("subject.email", "ends_with", "z"),
            test("subject.email", "ne", "abz")),
        all(
            number("environment.mfa_age_seconds", "gt", 10),
            number("environment.mfa_age_seconds", "lt", 11)),
        number("environment.mfa_age_seconds", "le", 0),
        all(
            test("resource.tags", "contains_all", "a", "b"),
            not(test("resource.tags", "contains_all", "a", "c"))),
        all(
            test("environment.address", "in_network", "10.0.0.0/8"),
            test("environment.address", "not_in_network", "10.0.0.0/9")),
        test("environment.address", "not_in_network", "0.0.0.0/0"),
        all(
            window("within", Set.of(DayOfWeek.MONDAY), 1320, 120),
            window("within", Set.of(DayOfWeek.TUESDAY), 60, 180)),
        all(test("resource.workspace", "missing"), test("resource.owner", "exists")),
        test("resource.workspace", "missing"));
  }

  @ParameterizedTest
  @MethodSource("possible")
  void findsNothingInWhatCanMatch(Condition condition) {
    assertThat(check(condition)).isEmpty();
  }

  private static List<Finding> check(Condition condition) {
    return ConditionChecker.check(AccessAttributes.catalogue(), condition);
  }

  private static Condition all(Condition... of) {
    return new Condition.All(List.of(of));
  }

  private static Condition any(Condition... of) {
    return new Condition.Any(List.of(of));
  }

  private static Condition not(Condition of) {
    return new Condition.Not(of);
  }

  private static Condition.Test test(String attribute, String operator, String... values) {
    return new Condition.Test(
        attribute,
        Operator.of(operator).orElseThrow(),
        Stream.of(values).map(Literal::of).toList());
  }

  private static Condition.Test number(String attribute, String operator, double value) {
    return new Condition.Test(
        attribute, Operator.of(operator).orElseThrow(), List.of(Literal.of(value)));
  }

  private static Condition.Test window(String operator, Set<DayOfWeek> days, int from, int to) {
    TimeWindow window = new TimeWindow(days, from, to, ZoneId.of("Europe/Berlin"));
    return new Condition.Test(
        "environment.time",
        Operator.of(operator).orElseThrow(),
        List.of(new Literal.Window(window)));
  }
}
