package org.freehold.web.analytics;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.freehold.analytics.AnalyticsHistory;
import org.freehold.analytics.AnalyticsHistory.Point;
import org.freehold.analytics.AnalyticsHistory.Series;

/**
 * Series as a table (RFC 4180): a line a day, a column a metric, nothing where a day was not
 * computed. Names of metrics, days and numbers need no quotes.
 */
record SeriesTable(AnalyticsHistory history) implements StreamingOutput {
  private static final String LINE = "\r\n";

  @Override
  public void write(OutputStream client) throws IOException {
    Writer lines = new BufferedWriter(new OutputStreamWriter(client, StandardCharsets.US_ASCII));
    List<Map<LocalDate, BigDecimal>> columns =
        history.series().stream().map(SeriesTable::byDay).toList();
    SortedSet<LocalDate> days = new TreeSet<>();
    columns.forEach(column -> days.addAll(column.keySet()));
    lines.write("day");
    for (Series series : history.series()) {
      lines.write("," + series.metric());
    }
    lines.write(LINE);
    for (LocalDate day : days) {
      lines.write(day.toString());
      for (Map<LocalDate, BigDecimal> column : columns) {
        BigDecimal value = column.get(day);
        lines.write(value == null ? "," : "," + value.toPlainString());
      }
      lines.write(LINE);
    }
    lines.flush();
  }

  private static Map<LocalDate, BigDecimal> byDay(Series series) {
    return series.points().stream().collect(Collectors.toMap(Point::date, Point::value));
  }
}
