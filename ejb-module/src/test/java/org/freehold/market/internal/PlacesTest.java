package org.freehold.market.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import org.freehold.platform.Invalid;
import org.freehold.platform.json.JsonText;
import org.junit.jupiter.api.Test;

class PlacesTest {
  private static final Map<String, JsonValue> ANSWERS =
      JsonText.parseObject(
          "{\"name\": \"Acme & Co $1\", \"many\": 3, \"list\": [1, {\"a\": \"{{ many }}\"}], \"off\": false}");

  private static String filled(String template) {
    JsonObject within = JsonText.parseObject("{\"v\": " + template + "}");
    return Places.filled(within, ANSWERS).orElseThrow().toString();
  }

  @Test
  void aPlaceAloneTakesTheTypeOfTheAnswerAndOneInATextItsText() {
    assertThat(filled("\"{{many}}\"")).isEqualTo("{\"v\":3}");
    assertThat(filled("\"{{ many }} of {{ name }}\"")).isEqualTo("{\"v\":\"3 of Acme & Co $1\"}");
    assertThat(filled("\"{{ name | slug }}\"")).isEqualTo("{\"v\":\"acme-co-1\"}");
  }

  @Test
  void whatIsInAnAnswerIsNoTemplate() {
    assertThat(filled("\"{{ list }}\"")).isEqualTo("{\"v\":[1,{\"a\":\"{{ many }}\"}]}");
  }

  @Test
  void whatHasNoAnswerIsLeftOut() {
    assertThat(filled("{\"a\": \"{{ gone }}\", \"b\": \"x {{ gone }}\", \"c\": 1}"))
        .isEqualTo("{\"v\":{\"c\":1}}");
    assertThat(filled("[\"{{ gone }}\", 2]")).isEqualTo("{\"v\":[2]}");
  }

  @Test
  void anObjectIsThereWhenItsAnswerIsGivenAndNotFalse() {
    assertThat(
            filled(
                "[{\"x-when\": \"off\"}, {\"x-when\": \"gone\"}, {\"x-when\": \"many\", \"a\": 1}]"))
        .isEqualTo("{\"v\":[{\"a\":1}]}");
  }

  @Test
  void whatAnswersAreBlownUpToIsRefusedBeforeItIsThere() {
    String many = "[" + "\"x{{ name }}\",".repeat(2_000) + "1]";
    JsonObject template = JsonText.parseObject("{\"v\": " + many + "}");
    Map<String, JsonValue> answers =
        JsonText.parseObject("{\"name\": \"" + "a".repeat(10_000) + "\"}");
    Invalid refused = catchThrowableOfType(Invalid.class, () -> Places.filled(template, answers));
    assertThat(refused.faults().get(0).code()).isEqualTo("template_size");
  }

  @Test
  void theNamesOfAllPlacesAreKnown() {
    assertThat(
            Places.named(
                JsonText.parseObject(
                    "{\"a\": [\"{{ one }} {{ two|slug }}\"], \"x-when\": \"three\"}")))
        .containsExactly("one", "three", "two");
  }
}
