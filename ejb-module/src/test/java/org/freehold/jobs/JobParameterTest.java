package org.freehold.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import org.freehold.platform.Invalid;
import org.junit.jupiter.api.Test;

class JobParameterTest {
  private static final JobParameter SIZE = JobParameter.integer("size", 10L, 1, 100, "How many.");
  private static final JobParameter NAME = JobParameter.text("name", "[a-z]+", 5, "Which.");
  private static final JobParameter DRY = JobParameter.flag("dry", true, "Only look.");

  @Test
  void takesWhatFits() {
    assertThat(SIZE.checked(Json.createValue(100))).isEqualTo(Json.createValue(100));
    assertThat(NAME.checked(Json.createValue("abcde"))).isEqualTo(Json.createValue("abcde"));
    assertThat(DRY.checked(JsonValue.FALSE)).isEqualTo(JsonValue.FALSE);
  }

  @Test
  void takesItsDefaultWhenNothingIsGiven() {
    assertThat(SIZE.checked(null)).isEqualTo(Json.createValue(10L));
    assertThat(DRY.checked(JsonValue.NULL)).isEqualTo(JsonValue.TRUE);
  }

  @Test
  void refusesWhatDoesNotFit() {
    refuses(SIZE, Json.createValue(0));
    refuses(SIZE, Json.createValue(101));
    refuses(SIZE, Json.createValue(new BigDecimal("1.5")));
    refuses(SIZE, Json.createValue(new BigDecimal("1E+999999")));
    refuses(SIZE, Json.createValue("10"));
    refuses(NAME, Json.createValue("abcdef"));
    refuses(NAME, Json.createValue("ABC"));
    refuses(NAME, Json.createValue(1));
    refuses(NAME, null);
    refuses(DRY, Json.createValue("true"));
  }

  private static void refuses(JobParameter parameter, JsonValue value) {
    assertThatThrownBy(() -> parameter.checked(value))
        .as(parameter.name() + " " + value)
        .isInstanceOf(Invalid.class);
  }
}
