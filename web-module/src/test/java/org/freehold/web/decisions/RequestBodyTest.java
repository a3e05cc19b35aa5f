package org.freehold.web.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.freehold.platform.Invalid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestBodyTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"application/json", "application/json; charset=utf-8", "Application/JSON ;a=b"})
  void takesJson(String contentType) {
    assertThatCode(() -> RequestBody.requireJson(contentType)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "text/plain", "application/json-seq", "text/json"})
  void refusesWhatIsNotSaidToBeJson(String contentType) {
    assertThatThrownBy(() -> RequestBody.requireJson(contentType)).isInstanceOf(Invalid.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "7",
        "'text'",
        "{",
        "{}{}",
        "{} x",
        "{'a':1,}",
        "{'a':1,'a':2}",
        "{'a':{'b':1,'\\u0062':2}}",
        "{'a':1e400}",
        "{'a':[-1e999999]}",
        "{'a':'\\ud800'}",
        "{'\\udc00':1}",
        "{'a':[{'b':'x\\udbff'}]}"
      })
  void refusesWhatIsNoObjectOfIJson(String body) {
    assertThatThrownBy(() -> read(body)).isInstanceOf(Invalid.class);
  }

  @Test
  void refusesWhatIsNotUtf8() {
    byte[] latin = "{\"a\":\"é\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertThatThrownBy(() -> RequestBody.of(latin)).isInstanceOf(Invalid.class);
    byte[] wide = "{\"a\":1}".getBytes(StandardCharsets.UTF_16);
    assertThatThrownBy(() -> RequestBody.of(wide)).isInstanceOf(Invalid.class);
  }

  @Test
  void refusesWhatIsNestedToNoEnd() {
    assertThatThrownBy(() -> read("{'a':" + "[".repeat(100_000))).isInstanceOf(Invalid.class);
    String deep = "{'a':" + "[".repeat(500) + "]".repeat(500) + "}";
    assertThatThrownBy(() -> read(deep)).isInstanceOf(Invalid.class);
    String usual = "{'a':" + "[".repeat(50) + "]".repeat(50) + "}";
    assertThatCode(() -> read(usual)).doesNotThrowAnyException();
  }

  @Test
  void readsEveryCharacterAndNumberThatMayBe() {
    assertThat(read("{'a':'\\ud83d\\ude00 é \\u0000','b':1.7e308}").getString("a"))
        .isEqualTo("😀 é \0");
  }

  private static jakarta.json.JsonObject read(String body) {
    return RequestBody.of(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
  }
}
