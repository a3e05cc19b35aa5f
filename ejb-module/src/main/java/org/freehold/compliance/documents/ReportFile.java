package org.freehold.compliance.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.freehold.compliance.results.ReportDocument;
import org.freehold.compliance.results.ReportResults;
import org.freehold.platform.json.JsonText;

/** A report as a file of one format. */
public record ReportFile(ReportDocument document, ReportFormat format) {
  /** As in {@code soc2-techcorp-2026-01-01-2026-04-01.pdf}. */
  public String name() {
    ReportResults results = document.results();
    return "%s-%s-%s-%s.%s"
        .formatted(
            results.framework().wireName().toLowerCase(Locale.ROOT).replace('_', '-'),
            results.tenant(),
            LocalDate.ofInstant(results.from(), ZoneOffset.UTC),
            LocalDate.ofInstant(results.to(), ZoneOffset.UTC),
            format.extension());
  }

  public void write(OutputStream out) throws IOException {
    switch (format) {
      case OSCAL -> JsonText.write(OscalResults.of(document), out);
      case HTML -> new HtmlReport(document).write(out);
      case PDF -> PdfReport.write(document, out);
      case CSV -> CsvReport.write(document, out);
    }
  }
}
