package org.freehold.limits.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaPercentTest {
  @ParameterizedTest
  @CsvSource({
    "0,3,0",
    "2,3,66",
    "3,3,100",
    "79,100,79",
    "799,1000,79",
    "12,10,120",
    "9223372036854775807,9223372036854775807,100",
    "1099511627775,1099511627776,99"
  })
  void isRoundedDownAndNeverOverflows(long used, long limit, long percent) {
    assertThat(QuotaNotices.percent(used, limit)).isEqualTo(percent);
  }
}
