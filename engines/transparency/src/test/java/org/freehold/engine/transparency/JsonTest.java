package org.freehold.engine.transparency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
  @Test
  void readsWhatLeavesAreMadeOf() {
    Map<String, Object> read =
        Json.object(" {\"a\":\"\\u00e9\\n\\\"\",\"b\":[1,-2.5e3,true,null,{}],\"c\":{\"d\":[]}} ");
    assertThat(read.get("a")).isEqualTo("é\n\"");
    assertThat(read.get("b"))
        .isEqualTo(
            Arrays.asList(
                new BigDecimal(1), new BigDecimal("-2.5e3"), Boolean.TRUE, null, Map.of()));
    assertThat(read.get("c")).isEqualTo(Map.of("d", List.of()));
    assertThat(Json.object("{}")).isEmpty();
  }

  @Test
  void refusesEverythingElse() {
    for (String text :
        List.of(
            "",
            "[]",
            "1",
            "{",
            "{\"a\"}",
            "{\"a\":1,}",
            "{\"a\":1}x",
            "{\"a\":01}",
            "{\"a\":+1}",
            "{\"a\":.5}",
            "{\"a\":\"\\x\"}",
            "{\"a\":\"\\u12g4\"}",
            "{\"a\":\"\t\"}",
            "{\"a\":tru}",
            "{\"a\":1,\"a\":2}",
            "{a:1}",
            "{\"a\":1e9999}",
            "{\"a\":" + "[".repeat(70))) {
      assertThatIllegalArgumentException().as(text).isThrownBy(() -> Json.object(text));
    }
  }

  @Test
  void readsAnArrayOfStringsAndNoOther() {
    assertThat(Json.strings(" [ \"a\\u00e9\" ,\"\\n\",\"\"] ")).containsExactly("aé", "\n", "");
    assertThat(Json.strings("[]")).isEmpty();
    for (String text :
        List.of(
            "", "{}", "\"a\"", "[1]", "[null]", "[[\"a\"]]", "[\"a\",]", "[\"a\"]x", "[\"a\"")) {
      assertThatIllegalArgumentException().as(text).isThrownBy(() -> Json.strings(text));
    }
  }

  @Test
  void tellsNothingOfWhatItRefuses() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Json.strings("[\"ada@techcorp.example\"]x"))
        .withMessage("Not the JSON that belongs here, at character 24");
  }
}
