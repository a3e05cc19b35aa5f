package org.freehold.market.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
  void whatIsTooLongIsToldBeforeAnythingReckonsWithIt() {
    assertThat(faults("{\"times\": 1e400, \"name\": [{\"a/b\": 1e-41}]}"))
        .containsExactlyInAnyOrder("/times type", "/name/0/a~1b type");
    assertThat(faults("{\"times\": " + "7".repeat(1001) + "}")).containsExactly("/times type");
    assertThat(faults("{\"name\": \"" + "a".repeat(10_001) + "\"}"))
        .containsExactly("/name max_length");
  }

  @Test
  void aPatternThatCannotBeTriedOnALongTextIsToldAndDoesNotEndTheThread()
      throws InterruptedException {
    Questions deep = pattern("^(a|b)*$");
    assertThat(deep.answered(json("{\"a\": \"abab\"}"))).containsKey("a");
    String text = "a".repeat(10_000);
    AtomicReference<Throwable> thrown = new AtomicReference<>();
    Thread small =
        new Thread(null, () -> thrown.set(refusal(deep, text)), "with a small stack", 262_144);
    small.start();
    small.join();
    assertThat(thrown.get()).isInstanceOf(Invalid.class);
  }

  private static Throwable refusal(Questions questions, String text) {
    return catchThrowable(() -> questions.answered(json("{\"a\": \"" + text + "\"}")));
  }

  private static Questions pattern(String pattern) {
    return new Questions(
        List.of(
            json(
                "{\"properties\": {\"a\": {\"type\": \"string\", \"pattern\": \""
                    + pattern
                    + "\"}}}")));
  }

  @Test
  void thePatternsEndIsTheEndOfTheText() {
    JsonObject broken = json("{\"a\": \"ab\\n\"}");
    for (String end : List.of("^ab$", "^(ab$|c)", "b$")) {
      assertThat(catchThrowableOfType(Invalid.class, () -> pattern(end).answered(broken)).faults())
          .as(end)
          .hasSize(1);
      assertThat(pattern(end).answered(json("{\"a\": \"ab\"}"))).containsKey("a");
    }
    assertThat(pattern("^ab\\\\$[$]").answered(json("{\"a\": \"ab$$\"}"))).containsKey("a");
  }

  @Test
  void hundredsOfConditionsThatDependOnEachOtherAreSettledAtOnce() {
    List<JsonObject> chain =
        IntStream.range(0, 200)
            .mapToObj(
                i ->
                    json(
                        """
                        {"if": {"properties": {"q%1$d": {"const": true}}, "required": ["q%1$d"]},
                         "then": {"properties": {"q%2$d": {"default": true}}}}
                        """
                            .formatted(i, i + 1)))
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.reverse(chain);
    chain.add(json("{\"properties\": {\"q0\": {\"default\": true}}}"));
    Questions questions = new Questions(chain);
    assertTimeoutPreemptively(
        Duration.ofSeconds(5),
        () ->
            assertThat(questions.answered(JsonValue.EMPTY_JSON_OBJECT))
                .hasSize(201)
                .containsKey("q200"));
  }

  @Test
  void defaultsThatGrowFromEachOtherAreRefused() {
    StringBuilder doubling =
        new StringBuilder("{\"properties\": {\"q0\": {\"default\": \"0123456789\"}");
    for (int i = 1; i < 30; i++) {
      doubling.append(", \"q%d\": {\"default\": \"{{q%2$d}}{{q%2$d}}\"}".formatted(i, i - 1));
    }
    Questions questions = new Questions(List.of(json(doubling + "}}")));
    Invalid refused =
        catchThrowableOfType(Invalid.class, () -> questions.answered(JsonValue.EMPTY_JSON_OBJECT));
    assertThat(refused.faults().get(0).code()).isEqualTo("template_size");
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
