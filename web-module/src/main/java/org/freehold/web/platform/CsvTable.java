package org.freehold.web.platform;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.freehold.platform.CsvCell;
import org.freehold.platform.EntityId;
import org.freehold.platform.Page;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.PageRequest;

/**
 * A list as a table (RFC 4180): a line a row, a column for each member that is one value, named as
 * in JSON.
 */
public final class CsvTable {
  /** How a list is told. */
  public enum Format {
    JSON,
    CSV
  }

  /** Rows of one table; the link of the answer leads to those that follow. */
  private static final int MOST = 10_000;

  private static final String LINE = "\r\n";

  private CsvTable() {}

  /**
   * The page that is asked for; as a table all rows from there on, ten thousand at the most.
   *
   * @param format the query parameter
   * @param file the name of the table, without its end
   */
  public static <T extends Record> Response orPage(
      UriInfo uri,
      String format,
      String file,
      Class<T> type,
      PageRequest page,
      Function<PageRequest, Page<T>> list) {
    String wished = EnumParameter.check(Format.class, "format", format);
    if (!WireNames.of(Format.CSV).equals(wished)) {
      return Answers.page(uri, list.apply(page));
    }
    // Lines and not rows are gathered: rows may have more than what a table shows.
    StringBuilder lines = new StringBuilder(head(type));
    String after = page.after();
    int rows = 0;
    do {
      Page<T> some = list.apply(new PageRequest(PageRequest.MOST, after, page.sort()));
      lines.append(lines(type, some.items()));
      rows += some.items().size();
      after = some.next();
    } while (after != null && rows < MOST);
    return Answers.linked(
            Response.ok(lines.toString(), CsvCell.TABLE + ";charset=UTF-8"), uri, after)
        .header("Content-Disposition", "attachment; filename=" + file + ".csv")
        .build();
  }

  static String head(Class<? extends Record> type) {
    return columns(type).stream().map(WireNames::of).collect(Collectors.joining(",", "", LINE));
  }

  static <T extends Record> String lines(Class<T> type, List<T> rows) {
    List<RecordComponent> columns = columns(type);
    return rows.stream()
        .map(
            row ->
                columns.stream()
                    .map(column -> cell(value(column, row)))
                    .collect(Collectors.joining(",", "", LINE)))
        .collect(Collectors.joining());
  }

  private static List<RecordComponent> columns(Class<? extends Record> type) {
    return Arrays.stream(type.getRecordComponents()).filter(CsvTable::isOneValue).toList();
  }

  private static boolean isOneValue(RecordComponent component) {
    Class<?> type = component.getType();
    return type.isPrimitive()
        || type.isEnum()
        || Number.class.isAssignableFrom(type)
        || EntityId.class.isAssignableFrom(type)
        || List.of(String.class, Boolean.class, UUID.class, Instant.class, LocalDate.class)
            .contains(type);
  }

  private static Object value(RecordComponent column, Record row) {
    try {
      Object value = column.getAccessor().invoke(row);
      if (value instanceof EntityId id) {
        return id.value();
      }
      return value instanceof Enum<?> constant ? WireNames.of(constant) : value;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("A public record can be read", e);
    }
  }

  static String cell(Object value) {
    if (value instanceof String text) {
      return CsvCell.of(text);
    }
    return value == null ? "" : CsvCell.plain(value.toString());
  }
}
