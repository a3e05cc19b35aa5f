package org.freehold.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonValue;
import org.freehold.platform.json.JsonText;
import org.junit.jupiter.api.Test;

class EntitlementTest {
  private static JsonValue json(String text) {
    return JsonText.parseObject("{\"v\":" + text + "}").get("v");
  }

  @Test
  void eachTypeAcceptsItsValuesOnly() {
    Entitlement sso = Entitlement.ofBoolean("sso", "Single sign-on.");
    assertThat(sso.accepts(json("true"))).isTrue();
    assertThat(sso.accepts(json("\"true\""))).isFalse();
    Entitlement days = Entitlement.ofInteger("days", "Days.");
    assertThat(days.accepts(json("0"))).isTrue();
    assertThat(days.accepts(json("2147483647"))).isTrue();
    assertThat(days.accepts(json("2147483648"))).isFalse();
    assertThat(days.accepts(json("-1"))).isFalse();
    assertThat(days.accepts(json("1.5"))).isFalse();
    Entitlement region = Entitlement.ofString("region", "Where.");
    assertThat(region.accepts(json("\"eu\""))).isTrue();
    assertThat(region.accepts(json("\"" + "x".repeat(201) + "\""))).isFalse();
    Entitlement depth = Entitlement.ofChoice("depth", "How deep.", "none", "some", "all");
    assertThat(depth.accepts(json("\"some\""))).isTrue();
    assertThat(depth.accepts(json("\"more\""))).isFalse();
    assertThat(depth.accepts(json("null"))).isFalse();
  }

  @Test
  void whoWasGivenNothingHasTheLeast() {
    assertThat(Entitlement.ofBoolean("a", "A.").least()).isEqualTo(JsonValue.FALSE);
    assertThat(Entitlement.ofInteger("a", "A.").least()).isEqualTo(json("0"));
    assertThat(Entitlement.ofString("a", "A.").least()).isEqualTo(json("\"\""));
    assertThat(Entitlement.ofChoice("a", "A.", "none", "all").least()).isEqualTo(json("\"none\""));
  }

  @Test
  void aChoiceSufficesFromTheOneThatIsRequiredOn() {
    Entitlement depth = Entitlement.ofChoice("depth", "How deep.", "none", "some", "all");
    assertThat(depth.suffices(json("\"none\""), "some")).isFalse();
    assertThat(depth.suffices(json("\"some\""), "some")).isTrue();
    assertThat(depth.suffices(json("\"all\""), "some")).isTrue();
    Entitlement days = Entitlement.ofInteger("days", "Days.");
    assertThatThrownBy(() -> days.suffices(json("5"), "1"))
        .isInstanceOf(IllegalStateException.class);
  }
}
