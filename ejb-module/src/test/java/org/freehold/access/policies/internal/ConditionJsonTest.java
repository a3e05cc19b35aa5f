package org.freehold.access.policies.internal;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.freehold.access.policies.PolicyFinding;
import org.freehold.engine.access.condition.Condition;
import org.freehold.engine.access.condition.Operator;
import org.freehold.platform.json.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionJsonTest {
  private static final String WINDOW =
      "{\"days\":[\"monday\",\"sunday\"],\"from\":\"22:00\",\"to\":\"24:00\",\"zone\":\"Europe/Berlin\"}";

  @ParameterizedTest
  @EnumSource(Operator.class)
  void everyOperatorIsWrittenAsItWasRead(Operator operator) {
    for (String value : List.of("\"a b\"", "900", "0.25", "-1", "true", "false", WINDOW)) {
      String values =
          switch (operator.mostValues()) {
            case 0 -> "";
            case 1 -> ",\"value\":" + value;
            default -> ",\"value\":[" + value + "," + value + "]";
          };
      assertRoundTrip(
          "{\"attribute\":\"context.x\",\"operator\":\"" + operator.code() + "\"" + values + "}");
    }
  }

  @Test
  void combinationsAreWrittenAsTheyWereRead() {
    String test = "{\"attribute\":\"subject.tags\",\"operator\":\"exists\"}";
    assertRoundTrip(
        "{\"all\":[" + test + ",{\"any\":[" + test + ",{\"not\":{\"not\":" + test + "}}]}]}");
    assertRoundTrip("{\"all\":[]}");
  }

  @Test
  void aWindowWithoutDaysIsOpenOnEveryDay() {
    JsonObject json =
        JsonText.parseObject(
            "{\"attribute\":\"environment.time\",\"operator\":\"within\",\"value\":[{\"from\":\"08:00\","
                + "\"to\":\"18:00\",\"zone\":\"UTC\"}]}");
    JsonObject written = ConditionWriter.write(new ConditionReader().read(json, ""));
    assertThat(written.getJsonArray("value").getJsonObject(0).getJsonArray("days")).hasSize(7);
  }

  @Test
  void eachFaultIsToldAtItsPlace() {
    assertFaults("[]", "/c type");
    assertFaults("{}", "/c/attribute required", "/c/operator required");
    assertFaults("{\"all\":{}}", "/c/all type");
    assertFaults("{\"all\":[],\"any\":[]}", "/c condition_form");
    assertFaults("{\"not\":[]}", "/c/not type");
    assertFaults(
        "{\"any\":[{\"not\":7},{\"attribute\":\"a\",\"operator\":\"like\",\"value\":\"b\"}]}",
        "/c/any/0/not type",
        "/c/any/1/operator unknown_operator");
    assertFaults(
        "{\"attribute\":7,\"operator\":\"eq\",\"value\":1,\"if~a/b\":1}",
        "/c/if~0a~1b unknown_field",
        "/c/attribute type");
  }

  @Test
  void valuesHaveTheFormOfTheirOperator() {
    assertFaults(test("eq", "[\"a\"]"), "/c/value type");
    assertFaults(test("in", "\"a\""), "/c/value type");
    assertFaults(test("in", "[\"a\",null,[]]"), "/c/value/1 type", "/c/value/2 type");
    assertFaults(test("eq", "\"\\u0000\""), "/c/value type");
    assertFaults(test("eq", "\"\\ud800\""), "/c/value type");
  }

  @Test
  void windowsAreChecked() {
    String all =
        "{\"days\":[\"Monday\",1],\"from\":\"24:00\",\"to\":\"25:00\",\"zone\":\"Mars\",\"x\":1}";
    assertFaults(
        test("within", "[" + all + "]"),
        "/c/value/0/x unknown_field",
        "/c/value/0/from time",
        "/c/value/0/to time",
        "/c/value/0/zone zone",
        "/c/value/0/days/0 day",
        "/c/value/0/days/1 day");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"all\":[],\"sometimes\":[]}",
        "{\"attribute\":\"a\",\"operator\":\"of_another_version\",\"value\":1}",
        "{\"attribute\":\"a\",\"operator\":\"eq\",\"value\":1,\"more\":2}"
      })
  void whatAnotherVersionWroteIsUnreadableAndToldAsItIs(String json) {
    JsonObject stored = JsonText.parseObject(json);
    assertThat(StoredCondition.read(stored)).isSameAs(StoredCondition.UNREADABLE);
    assertThat(StoredCondition.told(stored)).isEqualTo(stored);
  }

  private static String test(String operator, String value) {
    return "{\"attribute\":\"a\",\"operator\":\"" + operator + "\",\"value\":" + value + "}";
  }

  private static void assertRoundTrip(String json) {
    Condition condition = new ConditionReader().read(JsonText.parseObject(json), "");
    assertThat(ConditionWriter.write(condition)).hasToString(json);
  }

  private static void assertFaults(String json, String... faults) {
    ConditionReader reader = new ConditionReader();
    reader.read(JsonText.parseObject("{\"c\":" + json + "}").get("c"), "/c");
    assertThat(reader.findings().stream().map(ConditionJsonTest::inShort))
        .containsExactlyInAnyOrder(faults);
  }

  private static String inShort(PolicyFinding finding) {
    return finding.pointer() + " " + finding.code();
  }
}
