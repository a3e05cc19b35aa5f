package org.freehold.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditFileTest {
  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "=a\nb"})
  void whatASpreadsheetWouldRunStaysText(String formula) {
    assertThat(cell(formula).replaceFirst("^\"", "")).startsWith("'" + formula.charAt(0));
  }

  @Test
  void aCellIsQuotedWhereTheFormatAsksForIt() {
    assertThat(cell("plain")).isEqualTo("plain");
    assertThat(cell("one, two")).isEqualTo("\"one, two\"");
    assertThat(cell("say \"no\"")).isEqualTo("\"say \"\"no\"\"\"");
    assertThat(cell("two\r\nlines")).isEqualTo("\"two\r\nlines\"");
  }

  @Test
  void nothingIsEmptyAndTheRestIsJson() {
    assertThat(AuditFile.cell(null)).isEmpty();
    assertThat(AuditFile.cell(JsonValue.NULL)).isEmpty();
    assertThat(AuditFile.cell(JsonValue.TRUE)).isEqualTo("true");
    assertThat(AuditFile.cell(Json.createValue(7))).isEqualTo("7");
    assertThat(AuditFile.cell(Json.createObjectBuilder().add("a", "b").build()))
        .isEqualTo("\"{\"\"a\"\":\"\"b\"\"}\"");
  }

  private static String cell(String text) {
    return AuditFile.cell(Json.createValue(text));
  }
}
