package org.freehold.environments.internal;

import jakarta.json.JsonValue;
import jakarta.validation.Validation;
import java.util.List;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.RecordReader;

/** Records in jsonb columns that this feature wrote itself. */
final class StoredRecords {
  private static final RecordReader READER =
      new RecordReader(Validation.buildDefaultValidatorFactory().getValidator());

  private StoredRecords() {}

  static String text(Object value) {
    return value == null ? null : JsonText.of(value);
  }

  /** Null for null. */
  static <T extends Record> T read(Class<T> type, Object column) {
    return column == null ? null : READER.read(type, JsonText.parseObject(column.toString()));
  }

  static <T extends Record> List<T> readAll(Class<T> type, Object column) {
    return JsonText.storedArray(column.toString()).getValuesAs(JsonValue::asJsonObject).stream()
        .map(object -> READER.read(type, object))
        .toList();
  }
}
