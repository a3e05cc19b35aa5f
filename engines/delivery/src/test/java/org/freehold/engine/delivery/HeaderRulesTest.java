package org.freehold.engine.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderRulesTest {
  @Test
  void takesWhatAReceiverMayNeed() {
    assertThat(
            HeaderRules.faults(
                Map.of("Authorization", "Bearer a.b-c", "X-Tenant", "techcorp; a=\"b c\"")))
        .isEmpty();
    assertThat(HeaderRules.faults(Map.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "webhook-id",
        "Webhook-Signature",
        "webhook-anything",
        "Host",
        "content-length",
        "Content-Type",
        "Connection",
        "Transfer-Encoding",
        "TE",
        "Trailer",
        "Upgrade",
        "Expect",
        "Proxy-Authorization",
        "freehold-trace",
        "",
        "two words",
        "colon:",
        "line\nbreak",
        "Ünicode"
      })
  void refusesNamesThatAreNotTheTenants(String name) {
    assertThat(HeaderRules.faults(Map.of(name, "x"))).containsKey(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " x", "x ", "a\r\nX: y", "a\ny", "a\ry", "a\u0000b", "ü", "\u007f"})
  void refusesValuesThatCouldBeginSomethingElse(String value) {
    assertThat(HeaderRules.faults(Map.of("X-One", value))).containsOnlyKeys("X-One");
  }

  @Test
  void boundsTheirNumberAndSize() {
    Map<String, String> many = new TreeMap<>();
    for (int i = 0; i < HeaderRules.MOST; i++) {
      many.put("X-" + i, "v");
    }
    assertThat(HeaderRules.faults(many)).isEmpty();
    many.put("X-One-More", "v");
    assertThat(HeaderRules.faults(many)).containsOnlyKeys("");
    String long1 = "v".repeat(HeaderRules.LONGEST_VALUE);
    assertThat(HeaderRules.faults(Map.of("X-A", long1 + "v"))).containsOnlyKeys("X-A");
    assertThat(
            HeaderRules.faults(Map.of("A", long1, "B", long1, "C", long1, "D", long1, "E", long1)))
        .containsOnlyKeys("");
  }

  @Test
  void tellsCapitalsNotApart() {
    Map<String, String> twice = new TreeMap<>(Map.of("X-Tenant", "a", "x-tenant", "b"));
    assertThat(HeaderRules.faults(twice)).containsOnlyKeys("x-tenant");
  }
}
