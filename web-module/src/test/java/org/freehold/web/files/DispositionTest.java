package org.freehold.web.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DispositionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "plain.txt; plain.txt; plain.txt",
        "with space.txt; with space.txt; with%20space.txt",
        "€ rates.csv; _ rates.csv; %E2%82%AC%20rates.csv",
        "a\"b%c'd.txt; a_b_c'd.txt; a%22b%25c%27d.txt"
      })
  void saysTheNameTwice(String name, String plain, String encoded) {
    assertThat(Disposition.attachment(name))
        .isEqualTo("attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + encoded);
  }
}
