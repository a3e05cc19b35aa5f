package org.freehold.engine.migration.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each rule of the catalogue has its test. */
class RuleCoverageTest {
  private static final List<Class<?>> TESTS =
      List.of(
          IndexRulesIT.class,
          ConstraintRulesIT.class,
          ColumnRulesIT.class,
          RemovalRulesIT.class,
          StatementRulesIT.class);

  @Test
  void everyRuleIsShown() {
    List<Integer> shown =
        TESTS.stream()
            .flatMap(test -> Arrays.stream(test.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Rule.class))
            .flatMapToInt(method -> Arrays.stream(method.getAnnotation(Rule.class).value()))
            .boxed()
            .toList();
    assertThat(shown)
        .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, 46).boxed().toList());
  }
}
