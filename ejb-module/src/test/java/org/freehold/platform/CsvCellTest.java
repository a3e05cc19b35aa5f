package org.freehold.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvCellTest {
  @Test
  void noTextIsAFormula() {
    assertThat(CsvCell.of("=1+1")).isEqualTo("'=1+1");
    assertThat(CsvCell.of("+1")).isEqualTo("'+1");
    assertThat(CsvCell.of("-1")).isEqualTo("'-1");
    assertThat(CsvCell.of("@a")).isEqualTo("'@a");
    assertThat(CsvCell.of("\ta")).isEqualTo("'\ta");
    assertThat(CsvCell.of("\ra")).isEqualTo("\"'\ra\"");
    assertThat(CsvCell.of("a = b")).isEqualTo("a = b");
    assertThat(CsvCell.of("")).isEmpty();
  }

  @Test
  void whatWouldEndACellIsQuoted() {
    assertThat(CsvCell.of("a,\"b\"")).isEqualTo("\"a,\"\"b\"\"\"");
    assertThat(CsvCell.plain("-1")).as("a number").isEqualTo("-1");
    assertThat(CsvCell.plain("a\nb")).isEqualTo("\"a\nb\"");
  }
}
