package org.freehold.market.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import org.freehold.platform.Invalid;
import org.freehold.platform.json.JsonText;
import org.junit.jupiter.api.Test;

class QuestionsTest {
  private static final Questions QUESTIONS =
      new Questions(
          List.of(
              json(
                  """
                  {"type": "object", "required": ["name"],
                   "properties": {"name": {"type": "string", "minLength": 2},
                                  "slug": {"type": "string", "default": "{{ name | slug }}"},
                                  "mail": {"type": "string", "format": "uri",
                                           "default": "mailto:admin@{{ slug }}.example"},
                                  "secret": {"type": "string", "writeOnly": true}}}
                  """),
              json(
                  """
                  {"type": "object",
                   "properties": {"hook": {"type": "boolean", "default": false}},
                   "if": {"properties": {"hook": {"const": true}}, "required": ["hook"]},
                   "then": {"required": ["url"],
                            "properties": {"url": {"type": "string"},
                                           "retry": {"type": "boolean", "default": true}}}}
                  """),
              json(
                  """
                  {"type": "object",
                   "if": {"properties": {"retry": {"const": true}}, "required": ["retry"]},
                   "then": {"properties": {"times": {"type": "integer", "default": 3, "maximum": 9}}},
                   "else": {"properties": {"plain": {"type": "boolean", "default": true}}},
                   "dependentSchemas": {"url": {"properties": {"port": {"type": "integer"}}}}}
                  """)));

  private static JsonObject json(String text) {
    return JsonText.parseObject(text);
  }

  private static Map<String, JsonValue> answered(String given) {
    return QUESTIONS.answered(json(given));
  }

  private static List<String> faults(String given) {
    Invalid refused = catchThrowableOfType(Invalid.class, () -> answered(given));
    return refused.faults().stream().map(f -> f.pointer() + " " + f.code()).toList();
  }

  @Test
  void whatIsNotSaidTakesItsDefaultAlsoFromOtherAnswers() {
    Map<String, JsonValue> answers = answered("{\"name\": \"Übung & Söhne\", \"slug\": null}");
    assertThat(answers.keySet()).containsExactly("name", "slug", "mail", "hook", "plain");
    assertThat(answers.get("slug")).hasToString("\"ubung-sohne\"");
    assertThat(answers.get("mail")).hasToString("\"mailto:admin@ubung-sohne.example\"");
  }

  @Test
  void anAnswerToWhatIsNotAskedIsDroppedWithAllThatFollowsFromIt() {
    Map<String, JsonValue> answers =
        answered("{\"name\": \"Acme\", \"url\": 7, \"port\": 80, \"times\": 99, \"retry\": true}");
    assertThat(answers.keySet()).containsExactly("name", "slug", "mail", "hook", "plain");
  }

  @Test
  void aConditionSeesAnswersOfOtherSteps() {
    Map<String, JsonValue> answers =
        answered("{\"name\": \"Acme\", \"hook\": true, \"url\": \"u\", \"port\": 80}");
    assertThat(answers.keySet())
        .containsExactly("name", "slug", "mail", "hook", "url", "retry", "times", "port");
    assertThat(answered("{\"name\": \"Acme\", \"hook\": true, \"url\": \"u\", \"retry\": false}"))
        .containsKey("plain")
        .doesNotContainKey("times");
  }

  @Test
  void everythingThatIsWrongIsToldAtItsPlace() {
    assertThat(faults("{\"hook\": true, \"times\": 10, \"mail\": \"no\", \"colour\": 1}"))
        .containsExactlyInAnyOrder(
            "/colour unknown_field",
            "/name required",
            "/url required",
            "/times maximum",
            "/mail format");
    assertThat(faults("{\"name\": \"A\"}")).contains("/name min_length");
  }

  @Test
  void secretsAreKnown() {
    assertThat(QUESTIONS.secrets()).containsExactly("secret");
    assertThat(QUESTIONS.names()).contains("times", "port", "plain");
  }

  @Test
  void conditionsThatContradictEachOtherAreToldInsteadOfTriedForEver() {
    Questions circle =
        new Questions(
            List.of(
                json(
                    """
                    {"type": "object", "if": {"required": ["a"]},
                     "else": {"properties": {"a": {"default": 1}}}}
                    """)));
    Invalid refused =
        catchThrowableOfType(Invalid.class, () -> circle.answered(JsonValue.EMPTY_JSON_OBJECT));
    assertThat(refused.faults().get(0).code()).isEqualTo("contradiction");
  }
}
