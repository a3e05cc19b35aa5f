package org.freehold.compliance.documents;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.freehold.compliance.results.Answer;
import org.freehold.compliance.results.ControlResult;
import org.freehold.compliance.results.ReportDocument;
import org.freehold.compliance.results.ReportResults;
import org.freehold.compliance.results.TrailResult;
import org.freehold.platform.CsvCell;
import org.freehold.platform.json.WireNames;

/** A line for each question of each control (RFC 4180). */
final class CsvReport {
  private static final List<String> HEAD =
      List.of(
          "control",
          "title",
          "requirement",
          "verdict",
          "question",
          "question_title",
          "asks",
          "limits",
          "sql",
          "question_verdict",
          "population",
          "exceptions",
          "events",
          "sample",
          "missing",
          "note",
          "proved",
          "root",
          "removed");

  private CsvReport() {}

  static void write(ReportDocument document, OutputStream out) throws IOException {
    Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    line(lines, HEAD);
    ReportResults results = document.results();
    for (ControlResult control : results.controls()) {
      for (String question : control.questions()) {
        line(lines, cells(results, control, results.answer(question)));
      }
    }
    lines.flush();
  }

  private static List<String> cells(ReportResults results, ControlResult control, Answer answer) {
    return List.of(
        control.id(),
        control.title(),
        control.requirement() == null ? "" : control.requirement(),
        WireNames.of(control.verdict()),
        answer.id(),
        answer.title(),
        answer.asks(),
        answer.limits() == null ? "" : answer.limits(),
        answer.sql() == null ? "" : answer.sql().replaceAll("\\s+", " "),
        WireNames.of(answer.verdict()),
        Long.toString(answer.population()),
        Long.toString(answer.exceptions()),
        events(answer.listed()),
        events(answer.sample()),
        answer.missing() == null ? "" : answer.missing(),
        answer.note() == null ? "" : answer.note(),
        Boolean.toString(results.trail().proved()),
        results.trail().root() == null ? "" : results.trail().root(),
        Long.toString(removed(results.trail())));
  }

  private static String events(List<Answer.Evidence> events) {
    return events.stream().map(one -> one.event().toString()).collect(Collectors.joining(" "));
  }

  /** Events of the period that questions and samples do not see. */
  private static long removed(TrailResult trail) {
    return trail.removed().stream().mapToLong(TrailResult.Removed::events).sum();
  }

  private static void line(Writer lines, List<String> cells) throws IOException {
    lines.write(cells.stream().map(CsvCell::of).collect(Collectors.joining(",")));
    lines.write("\r\n");
  }
}
