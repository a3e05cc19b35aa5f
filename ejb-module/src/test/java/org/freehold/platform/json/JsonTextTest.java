package org.freehold.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.freehold.platform.Conflict;
import org.freehold.platform.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
  @Test
  void readsAnObjectAndTheBlanksAroundIt() {
    JsonObject object = JsonText.parseObject(" {\"a\":{\"a\":[1,{\"a\":2}]}}\n ");
    assertThat(object).hasToString("{\"a\":{\"a\":[1,{\"a\":2}]}}");
    assertThat(JsonText.parseObject(stream("{\"é\":\"é\"}")).getString("é")).isEqualTo("é");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "[]",
        "null",
        "1",
        "{",
        "{]",
        "{\"a\":1}}",
        "{} {}",
        "{}x",
        "{\"a\":1,\"a\":1}",
        "{\"b\":[{\"a\":1,\"a\":2}]}",
        "{\"a\":01}"
      })
  void refusesWhatIsNotOneObjectWithEachNameOnce(String text) {
    assertThatThrownBy(() -> JsonText.parseObject(text)).isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> JsonText.parseObject(stream(text))).isInstanceOf(Invalid.class);
  }

  @Test
  void refusesANumberOfThousandsOfDigits() {
    String text = "{\"a\":" + "7".repeat(5_000) + "}";
    assertThatThrownBy(() -> JsonText.parseObject(text))
        .isInstanceOfSatisfying(
            Invalid.class, fault -> assertThat(fault.faults().get(0).code()).isEqualTo("number"));
  }

  @Test
  void refusesToGoDownForEver() {
    String deep = "{\"a\":" + "[".repeat(200) + "]".repeat(200) + "}";
    assertThatThrownBy(() -> JsonText.parseObject(deep))
        .isInstanceOfSatisfying(
            Invalid.class, fault -> assertThat(fault.faults().get(0).code()).isEqualTo("depth"));
  }

  @Test
  void letsPassWhatTheStreamSaysOfItself() {
    InputStream ended =
        new InputStream() {
          @Override
          public int read() {
            throw new Conflict("ended", "No more.", "None.");
          }
        };
    assertThatThrownBy(() -> JsonText.parseObject(ended)).isInstanceOf(Conflict.class);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
