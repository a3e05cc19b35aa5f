package org.freehold.flags.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.freehold.engine.flags.Condition;
import org.freehold.engine.flags.FlagContext;
import org.freehold.engine.flags.FlagDefinition;
import org.freehold.engine.flags.FlagSet;
import org.freehold.engine.flags.Operator;
import org.freehold.engine.flags.Rule;
import org.freehold.engine.flags.Serve;
import org.freehold.engine.flags.Targeting;
import org.freehold.engine.flags.ValueType;
import org.freehold.engine.flags.Variant;
import org.freehold.platform.Invalid;
import org.freehold.platform.Placement;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantPlan;
import org.freehold.platform.TenantRef;
import org.freehold.platform.json.JsonText;
import org.junit.jupiter.api.Test;

class ContextsTest {
  private static final TenantRef TENANT =
      new TenantRef(
          new TenantId(new UUID(1, 2)),
          "techcorp",
          "active",
          true,
          true,
          Placement.SHARED,
          new TenantPlan("professional", "pro", Map.of(), Map.of()));

  @Test
  void theSameIsTheSameInWhateverOrder() {
    assertThat(canonical("{'targetingKey':'a','b':{'x':1,'y':[1,'2']}}"))
        .isEqualTo(canonical("{'b':{'y':[1,'2'],'x':1},'targetingKey':'a'}"));
    assertThat(canonical("{'a':'1'}")).isNotEqualTo(canonical("{'a':1}"));
    assertThat(canonical("{'a':[1,2]}")).isNotEqualTo(canonical("{'a':[12]}"));
    assertThat(canonical("{'a':5,'b1234567890':5}"))
        .isNotEqualTo(canonical("{'a':51,'b':12345678905}"));
    assertThat(canonical("{'a':'b','c':'d'}")).isNotEqualTo(canonical("{'a':'b1:cd'}"));
  }

  @Test
  void knowsTheTenantAndItsTierUnlessAnotherIsNamed() {
    assertThat(holds("tenant", TENANT.id().value().toString(), "{'targetingKey':'a'}")).isTrue();
    assertThat(holds("tier", "professional", "{'targetingKey':'a'}")).isTrue();
    assertThat(holds("tier", "professional", "{'targetingKey':'a','tier':'free'}")).isFalse();
    assertThat(holds("tenant", "acme", "{'targetingKey':'a','tenant':'acme'}")).isTrue();
    assertThat(holds("user", "a", "{'targetingKey':'a'}")).isTrue();
    assertThat(holds("role", "x", "{'targetingKey':'a','role':['y','x',{},[],null]}")).isTrue();
    assertThat(holds("role", "x", "{'targetingKey':'a','role':{'x':true}}")).isFalse();
  }

  @Test
  void wantsATargetingKey() {
    for (String context : List.of("{}", "{'targetingKey':''}", "{'targetingKey':1}")) {
      assertThatThrownBy(() -> Contexts.of(json(context), TENANT))
          .isInstanceOfSatisfying(
              Invalid.class,
              invalid ->
                  assertThat(invalid.faults().get(0).pointer()).isEqualTo("/context/targetingKey"));
    }
  }

  private static boolean holds(String attribute, String value, String context) {
    Condition condition = new Condition(attribute, Operator.EQUALS, List.of(value), false);
    Rule rule = new Rule("r", List.of(condition), null, null, Serve.variant("on"));
    FlagDefinition flag =
        new FlagDefinition(
            "f",
            ValueType.BOOLEAN,
            List.of(new Variant("on", true), new Variant("off", false)),
            "off",
            null,
            null,
            List.of(),
            new Targeting(null, true, List.of(rule), Serve.variant("off")),
            List.of());
    FlagContext read = Contexts.of(json(context), TENANT);
    return FlagSet.of("production", List.of(flag), List.of()).isOn("f", read, 0, false);
  }

  private static String canonical(String context) {
    return Contexts.canonical(json(context));
  }

  private static jakarta.json.JsonObject json(String text) {
    return JsonText.parseObject(text.replace('\'', '"'));
  }
}
