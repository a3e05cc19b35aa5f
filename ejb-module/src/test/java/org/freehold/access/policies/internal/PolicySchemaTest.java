package org.freehold.access.policies.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.freehold.access.policies.PolicyAttribute;
import org.freehold.engine.access.AccessAttributes;
import org.freehold.engine.access.condition.Condition;
import org.freehold.engine.access.condition.ConditionChecker;
import org.freehold.engine.access.condition.Finding;
import org.freehold.engine.access.condition.Operator;
import org.freehold.platform.json.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema and the engine say the same of every attribute and operator. */
class PolicySchemaTest {
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
  private static final JsonSchema SCHEMA = FACTORY.getSchema(PolicySchema.text());
  private static final String WINDOW = "{\"from\":\"08:00\",\"to\":\"18:00\",\"zone\":\"UTC\"}";

  /** A test of a condition as somebody may write it. */
  private record Wish(String attribute, Operator operator, String value) {
    String json() {
      String end = value == null ? "" : ",\"value\":" + value;
      return "{\"attribute\":\""
          + attribute
          + "\",\"operator\":\""
          + operator.code()
          + "\""
          + end
          + "}";
    }
  }

  @Test
  void theSchemaIsOneOfItsDraft() {
    JsonSchema draft =
        FACTORY.getSchema(SchemaLocation.of(SpecVersion.VersionFlag.V202012.getId()));
    assertThat(draft.validate(PolicySchema.text(), InputFormat.JSON)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("attributes")
  void takesOfAnAttributeWhatTheEngineTakes(PolicyAttribute attribute) {
    String name = attribute.name().replace("*", "colour");
    String known = attribute.domain().isEmpty() ? "10.0.0.0/8" : attribute.domain().get(0);
    List<String> one = List.of("\"" + known + "\"", "\"unheard of\"", "5", "-5", "true", WINDOW);
    for (Operator operator : Operator.values()) {
      assertAgreed(new Wish(name, operator, null));
      for (String value : one) {
        assertAgreed(new Wish(name, operator, value));
        assertAgreed(new Wish(name, operator, "[" + value + "]"));
      }
    }
  }

  static Stream<PolicyAttribute> attributes() {
    return PolicyAttributes.all().stream();
  }

  /** The schema leaves to the engine what is a network, and what contradicts itself. */
  private static void assertAgreed(Wish wish) {
    boolean network = wish.operator().code().endsWith("in_network");
    if (network && wish.value() != null && wish.value().contains("unheard of")) {
      return;
    }
    assertThat(SCHEMA.validate(policy(wish.json()), InputFormat.JSON).isEmpty())
        .as(wish.json())
        .isEqualTo(isTaken(wish));
  }

  private static boolean isTaken(Wish wish) {
    ConditionReader reader = new ConditionReader();
    Condition condition = reader.read(JsonText.parseObject(wish.json()), "");
    return reader.findings().isEmpty()
        && ConditionChecker.check(AccessAttributes.catalogue(), condition).stream()
            .allMatch(finding -> finding.code() == Finding.Code.NEVER_MATCHES);
  }

  @Test
  void refusesWhatTheFormRefuses() {
    assertThat(faults("{\"all\":[]}")).isNotEmpty();
    assertThat(faults("{\"any\":[{\"not\":{}}]}")).isNotEmpty();
    assertThat(faults("{\"attribute\":\"no.such\",\"operator\":\"exists\"}")).isNotEmpty();
    assertThat(faults("{\"not\":{\"attribute\":\"subject.id\",\"operator\":\"exists\"}}"))
        .isEmpty();
    assertThat(faults("null")).isEmpty();
    assertThat(SCHEMA.validate("{\"name\":\"N\",\"effect\":\"deny\"}", InputFormat.JSON))
        .isNotEmpty();
    assertThat(SCHEMA.validate(policy("null").replace("deny", "perhaps"), InputFormat.JSON))
        .isNotEmpty();
    assertThat(SCHEMA.validate(policy("null").replace("\"name\"", "\"nam\""), InputFormat.JSON))
        .isNotEmpty();
  }

  private static Set<?> faults(String condition) {
    return SCHEMA.validate(policy(condition), InputFormat.JSON);
  }

  private static String policy(String condition) {
    return "{\"name\":\"N\",\"effect\":\"deny\",\"target\":{\"permissions\":[\"projects:*\"]},"
        + "\"condition\":"
        + condition
        + "}";
  }
}
