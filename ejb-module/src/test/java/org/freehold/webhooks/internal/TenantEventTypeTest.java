package org.freehold.webhooks.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Map;
import org.freehold.platform.Invalid;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.JsonText;
import org.freehold.webhooks.EventTypeFields;
import org.junit.jupiter.api.Test;

class TenantEventTypeTest {
  private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
  private static final String ORDER =
      "{'properties':{'data':{'type':'object','required':['order'],"
          + "'properties':{'order':{'type':'string','pattern':'^[0-9-]+$'}}}}}";

  private static Map<String, JsonValue> json(String text) {
    return text == null ? null : JsonText.parseObject(text.replace('\'', '"'));
  }

  private static TenantEventType type(String schema, String example) {
    return new TenantEventType(
        new TenantId(Uuid7.next()),
        new EventTypeFields("order.paid", "An order was paid.", json(schema), json(example)),
        NOW);
  }

  private static String[] faults(Runnable work) {
    return catchThrowableOfType(Invalid.class, work::run).faults().stream()
        .map(fault -> fault.pointer() + " " + fault.code())
        .toArray(String[]::new);
  }

  @Test
  void aPayloadBecomesTheDataOfABody() {
    String body = type(ORDER, null).body(json("{'order':'2026-1'}"), NOW);
    assertThat(body)
        .isEqualTo(
            "{\"type\":\"order.paid\",\"timestamp\":\"2026-01-15T12:00:00Z\",\"data\":{\"order\":\"2026-1\"}}");
    assertThat(type(null, null).body(json("{'anything':[1]}"), NOW)).contains("\"anything\":[1]");
  }

  @Test
  void aPayloadThatIsNotOfTheSchemaIsRefusedAtItsPlace() {
    TenantEventType type = type(ORDER, null);
    assertThat(faults(() -> type.body(json("{}"), NOW))).containsExactly("/payload/order required");
    assertThat(faults(() -> type.body(json("{'order':'none'}"), NOW)))
        .containsExactly("/payload/order pattern");
  }

  @Test
  void aPayloadMayHaveSoManyBytes() {
    TenantEventType type = type(null, null);
    String most = "x".repeat(262_144 - "{\"a\":\"\"}".length());
    assertThat(type.body(json("{'a':'" + most + "'}"), NOW)).hasSizeLessThan(263_168);
    assertThat(faults(() -> type.body(json("{'a':'" + most + "x'}"), NOW)))
        .containsExactly("/payload size");
    assertThat(faults(() -> type.body(json("{'a':1e999}"), NOW)))
        .containsExactly("/payload/a type");
  }

  @Test
  void anExampleHoldsToTheSchema() {
    String good =
        "{'type':'order.paid','timestamp':'2026-01-15T12:00:00Z','data':{'order':'2026-1'}}";
    assertThat(type(ORDER, good).details().example()).isEqualTo(json(good));
    assertThat(faults(() -> type(ORDER, good.replace("2026-1'", "x'"))))
        .containsExactly("/example/data/order pattern");
    assertThat(faults(() -> type(null, "{'data':{}}")))
        .containsExactly("/example/timestamp required", "/example/type required");
    assertThat(type(null, null).details().example()).containsKey("data");
  }

  @Test
  void theSchemaMustBeOne() {
    assertThat(faults(() -> type("{'type':'strin'}", null))).contains("/schema/type enum");
    assertThat(faults(() -> type("{'properties':[]}", null))).contains("/schema/properties type");
    assertThat(faults(() -> type("{'pattern':'('}", null))).isNotEmpty();
  }

  @Test
  void aSchemaLeadsNowhereElseAndEnds() {
    assertThat(faults(() -> type("{'$ref':'https://elsewhere.example/s'}", null)))
        .containsExactly("/schema reference");
    assertThat(faults(() -> type("{'$ref':'#'}", null))).containsExactly("/schema reference");
    assertThat(faults(() -> type("{'$dynamicRef':'#a'}", null)))
        .containsExactly("/schema reference");
    assertThat(faults(() -> type("{'$defs':{'a':{'$ref':'#/$defs/a'}},'$ref':'#/$defs/a'}", null)))
        .containsExactly("/schema size");
    StringBuilder doubling = new StringBuilder("{'$ref':'#/$defs/a0','$defs':{");
    for (int i = 0; i < 30; i++) {
      String next = "{'$ref':'#/$defs/a" + (i + 1) + "'}";
      doubling.append("'a" + i + "':{'allOf':[" + next + "," + next + "]},");
    }
    doubling.append("'a30':{'type':'object'}}}");
    assertThat(faults(() -> type(doubling.toString(), null))).containsExactly("/schema size");
    assertThat(faults(() -> type("{'description':'" + "x".repeat(40_000) + "'}", null)))
        .containsExactly("/schema size");
  }

  @Test
  void aPatternThatTakesYearsIsGivenUp() {
    TenantEventType type =
        type("{'properties':{'data':{'properties':{'a':{'pattern':'^(a|aa)+\\\\1x$'}}}}}", null);
    String evil = "a".repeat(60) + "!";
    assertThat(faults(() -> type.body(json("{'a':'" + evil + "'}"), NOW)))
        .containsExactly("/payload pattern");
  }

  @Test
  void theVersionGrowsWithTheSchemaAndTheNameStays() {
    TenantEventType type = type(null, null);
    type.change(new EventTypeFields("order.paid", "Said anew.", null, null), NOW);
    assertThat(type.details().version()).isEqualTo(1);
    type.change(new EventTypeFields("order.paid", "Said anew.", json(ORDER), null), NOW);
    assertThat(type.details().version()).isEqualTo(2);
    assertThat(faults(() -> type.change(new EventTypeFields("order.sent", "No.", null, null), NOW)))
        .containsExactly("/type immutable");
  }
}
