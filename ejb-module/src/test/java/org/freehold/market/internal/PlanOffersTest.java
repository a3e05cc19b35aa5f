package org.freehold.market.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.freehold.plans.Money;
import org.freehold.plans.NewPlan;
import org.freehold.platform.Invalid;
import org.junit.jupiter.api.Test;

class PlanOffersTest {
  private static NewPlan plan(String description, Map<String, Long> limits) {
    return new NewPlan(
        "t-gold",
        "Gold",
        description,
        new Money(new BigDecimal("19.50"), "EUR"),
        limits,
        Map.of("sso", JsonValue.TRUE),
        true,
        List.of("t-t"));
  }

  private static List<String> faults(NewPlan plan) {
    return catchThrowableOfType(Invalid.class, () -> PlanOffers.readable(plan)).faults().stream()
        .map(fault -> fault.pointer() + " " + fault.code())
        .toList();
  }

  @Test
  void whatIsKeptCanBeReadAgain() {
    NewPlan plan = plan("A coach", Map.of("projects", 4L));
    assertThat(PlanOffers.readable(plan)).isEqualTo(plan);
  }

  @Test
  void whatCouldNotBeReadAgainIsRefused() {
    assertThat(faults(plan(null, Map.of("", 1L)))).hasSize(1).allMatch(f -> f.endsWith(" size"));
    assertThat(faults(plan(null, Map.of("m".repeat(65), 1L)))).hasSize(1);
    assertThat(faults(plan("d".repeat(10_001), Map.of()))).containsExactly("/description size");
    Map<String, Long> many =
        IntStream.range(0, 51).boxed().collect(Collectors.toMap(i -> "m" + i, i -> 1L));
    assertThat(faults(plan(null, many))).containsExactly("/limits size");
  }
}
