package org.freehold.audit.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.freehold.platform.Invalid;
import org.freehold.platform.json.JsonText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductValuesTest {
  private static void check(String json) {
    ProductValues.check("/new_values", JsonText.parseObject(json));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{\"a\":1e999999999} | /new_values/a", "{\"a\":[1e-401]} | /new_values/a/0"})
  void refusesWhatNoLeafCanHold(String json, String pointer) {
    assertThatThrownBy(() -> check(json))
        .asInstanceOf(InstanceOfAssertFactories.type(Invalid.class))
        .satisfies(
            refused ->
                org.assertj.core.api.Assertions.assertThat(refused.faults().get(0).pointer())
                    .isEqualTo(pointer));
  }

  @Test
  void takesAnyOtherText() {
    assertThatCode(
            () -> check("{\"a~/b\":[\"\\u0001\\ud83d\\ude00\\u2028\",1.7e308,null,true,{}]}"))
        .doesNotThrowAnyException();
  }
}
