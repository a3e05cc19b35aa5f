package org.freehold.web.audit;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.freehold.audit.AuditDownloads;
import org.freehold.audit.AuditEventDetails;
import org.freehold.audit.AuditFilter;
import org.freehold.platform.CsvCell;
import org.freehold.platform.Page;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.WireNames;

/** Events as lines, a page at a time: JSON each, or a table (RFC 4180) with values as JSON. */
record AuditFile(AuditDownloads downloads, AuditFilter filter, String sort, boolean table)
    implements StreamingOutput {
  static final String LINES = "application/x-ndjson";

  private static final List<String> COLUMNS =
      Stream.of(AuditEventDetails.class.getRecordComponents())
          .map(RecordComponent::getName)
          .map(WireNames::of)
          .toList();

  @Override
  public void write(OutputStream client) throws IOException {
    Writer lines = new BufferedWriter(new OutputStreamWriter(client, StandardCharsets.UTF_8));
    if (table) {
      lines.write(String.join(",", COLUMNS) + "\r\n");
    }
    String after = null;
    do {
      Page<AuditEventDetails> page = downloads.page(filter, after, sort);
      for (AuditEventDetails event : page.items()) {
        lines.write(table ? row(event) : JsonText.of(event) + "\n");
      }
      lines.flush();
      after = page.next();
    } while (after != null);
  }

  private static String row(AuditEventDetails event) {
    JsonObject values = JsonText.toObject(event);
    return COLUMNS.stream()
        .map(column -> cell(values.get(column)))
        .collect(Collectors.joining(",", "", "\r\n"));
  }

  static String cell(JsonValue value) {
    if (value == null || value == JsonValue.NULL) {
      return "";
    }
    return CsvCell.of(value instanceof JsonString string ? string.getString() : value.toString());
  }
}
