package org.freehold.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.freehold.engine.delivery.PayloadFilter.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadFilterTest {
  private static final Map<String, Object> BODY = body();

  private static Map<String, Object> body() {
    Map<String, Object> data = new HashMap<>();
    data.put("priority", "high");
    data.put("amount", new BigDecimal("12.50"));
    data.put("due", "2026-05-01T00:00:00Z");
    data.put("open", true);
    data.put("owner", null);
    data.put("tags", List.of("a", Map.of("name", "b")));
    data.put("vast", new BigDecimal("1e999999999"));
    return Map.of("type", "task.created", "data", data);
  }

  private static boolean holds(String path, Operation operation, Object value) {
    return new PayloadFilter(path, operation, value).matches(BODY);
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  @Test
  void comparesForEquality() {
    assertThat(holds("data.priority", Operation.EQ, "high")).isTrue();
    assertThat(holds("data.priority", Operation.EQ, "low")).isFalse();
    assertThat(holds("type", Operation.EQ, "task.created")).isTrue();
    assertThat(holds("data.amount", Operation.EQ, number("12.5"))).as("by value").isTrue();
    assertThat(holds("data.amount", Operation.EQ, "12.50")).as("no text").isFalse();
    assertThat(holds("data.open", Operation.EQ, true)).isTrue();
    assertThat(holds("data.owner", Operation.EQ, null)).isTrue();
    assertThat(holds("data.absent", Operation.EQ, null)).as("absent is not null").isFalse();
    assertThat(holds("data.priority", Operation.NE, "low")).isTrue();
    assertThat(holds("data.priority", Operation.NE, "high")).isFalse();
    assertThat(holds("data.absent", Operation.NE, "high")).isTrue();
    assertThat(holds("data.amount", Operation.NE, number("12.5"))).isFalse();
  }

  @Test
  void looksIntoLists() {
    List<Object> values = List.of("low", "high", number("3"));
    assertThat(holds("data.priority", Operation.IN, values)).isTrue();
    assertThat(holds("data.due", Operation.IN, values)).isFalse();
    assertThat(holds("data.absent", Operation.IN, values)).isFalse();
    assertThat(holds("data.tags.0", Operation.EQ, "a")).isTrue();
    assertThat(holds("data.tags.1.name", Operation.EQ, "b")).isTrue();
    assertThat(holds("data.tags.2", Operation.EXISTS, true)).isFalse();
    assertThat(holds("data.tags.99999999999", Operation.EXISTS, true)).isFalse();
    assertThat(holds("data.priority.0", Operation.EXISTS, true)).isFalse();
  }

  @Test
  void asksWhetherAFieldIsThere() {
    assertThat(holds("data.owner", Operation.EXISTS, null)).isTrue();
    assertThat(holds("data.owner", Operation.EXISTS, true)).isTrue();
    assertThat(holds("data.owner", Operation.EXISTS, false)).isFalse();
    assertThat(holds("data.absent", Operation.EXISTS, false)).isTrue();
    assertThat(holds("data.absent", Operation.EXISTS, true)).isFalse();
  }

  @Test
  void comparesBySizeAndBeginning() {
    assertThat(holds("data.amount", Operation.GT, number("12.4"))).isTrue();
    assertThat(holds("data.amount", Operation.GT, number("12.5"))).isFalse();
    assertThat(holds("data.amount", Operation.LT, number("13"))).isTrue();
    assertThat(holds("data.due", Operation.GT, "2026-04-30T23:59:59Z")).isTrue();
    assertThat(holds("data.due", Operation.LT, "2026-04-30T23:59:59Z")).isFalse();
    assertThat(holds("data.due", Operation.GT, number("1"))).as("of another kind").isFalse();
    assertThat(holds("data.due", Operation.PREFIX, "2026-05")).isTrue();
    assertThat(holds("data.due", Operation.PREFIX, "2025")).isFalse();
    assertThat(holds("data.amount", Operation.PREFIX, "1")).isFalse();
  }

  @Test
  void doesNotReckonWithNumbersThatFillTheMemory() {
    assertThat(holds("data.vast", Operation.GT, number("1"))).isFalse();
    assertThat(holds("data.vast", Operation.EQ, number("1"))).isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> holds("data.vast", Operation.EQ, number("1e999999999")));
  }

  @ParameterizedTest
  @EnumSource(Operation.class)
  void holdsOrNotWhateverTheBodyIs(Operation operation) {
    Object value =
        switch (operation) {
          case IN -> List.of("x");
          case EXISTS -> Boolean.TRUE;
          default -> "x";
        };
    PayloadFilter filter = new PayloadFilter("data.a.b", operation, value);
    for (Object data : Arrays.asList(null, "x", true, number("1"), List.of(), Map.of("a", "x"))) {
      Map<String, Object> body = new HashMap<>();
      body.put("data", data);
      assertThat(filter.matches(body)).isEqualTo(operation == Operation.NE);
    }
    assertThat(filter.matches(Map.of())).isEqualTo(operation == Operation.NE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "priority", "data.", ".data", "data..a", "data.a b", "datas", "data.ü"})
  void refusesPathsThatLeadNowhere(String path) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PayloadFilter(path, Operation.EQ, "x"));
  }

  @Test
  void boundsPathAndValue() {
    String deep = "data" + ".a".repeat(9);
    assertThat(PayloadFilter.isPath(deep)).isTrue();
    assertThat(PayloadFilter.isPath(deep + ".a")).isFalse();
    assertThat(PayloadFilter.isPath("data." + "a".repeat(101))).isFalse();
    List<Object> many = new ArrayList<>();
    for (int i = 0; i <= PayloadFilter.MOST_VALUES; i++) {
      many.add("v" + i);
    }
    refuses(Operation.IN, many);
    refuses(Operation.IN, List.of());
    refuses(Operation.IN, "x");
    refuses(Operation.IN, List.of(List.of()));
    refuses(Operation.IN, Arrays.asList("a", null));
    refuses(Operation.EQ, "x".repeat(1001));
    refuses(Operation.EQ, Map.of());
    refuses(Operation.EXISTS, "yes");
    refuses(Operation.PREFIX, null);
    refuses(Operation.GT, true);
    refuses(Operation.LT, null);
  }

  private static void refuses(Operation operation, Object value) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new PayloadFilter("data.a", operation, value));
  }
}
