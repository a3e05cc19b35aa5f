package org.freehold.web.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.freehold.webhooks.DeliveryError;
import org.freehold.webhooks.DeliveryId;
import org.junit.jupiter.api.Test;

class CsvTableTest {
  private static final UUID ID = UUID.fromString("0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e07");

  /** A row of a list. */
  public record Row(
      DeliveryId deliveryId,
      String name,
      Integer number,
      Instant madeAt,
      DeliveryError error,
      boolean last,
      List<String> tags,
      Map<String, String> headers) {}

  @Test
  void hasAColumnForEachMemberThatIsOneValue() {
    Row row =
        new Row(
            new DeliveryId(ID),
            "One",
            -1,
            Instant.parse("2026-01-15T12:00:00Z"),
            DeliveryError.CLIENT_ERROR,
            true,
            List.of("a"),
            Map.of());
    Row empty = new Row(null, null, null, null, null, false, null, null);
    assertThat(CsvTable.head(Row.class))
        .isEqualTo("delivery_id,name,number,made_at,error,last\r\n");
    assertThat(CsvTable.lines(Row.class, List.of(row, empty)))
        .isEqualTo(ID + ",One,-1,2026-01-15T12:00:00Z,client_error,true\r\n,,,,,false\r\n");
  }

  @Test
  void quotesWhatWouldEndACellAndDisarmsWhatWouldBeRun() {
    assertThat(CsvTable.cell("a,b")).isEqualTo("\"a,b\"");
    assertThat(CsvTable.cell("say \"no\"\nand go")).isEqualTo("\"say \"\"no\"\"\nand go\"");
    assertThat(CsvTable.cell("=1+1")).isEqualTo("'=1+1");
    assertThat(CsvTable.cell("@SUM(1,2)\r\nx")).isEqualTo("\"'@SUM(1,2)\r\nx\"");
    assertThat(CsvTable.cell("a = b")).isEqualTo("a = b");
  }
}
