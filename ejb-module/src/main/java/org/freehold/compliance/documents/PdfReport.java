package org.freehold.compliance.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.freehold.compliance.results.Answer;
import org.freehold.compliance.results.ControlResult;
import org.freehold.compliance.results.ReportDocument;
import org.freehold.compliance.results.ReportResults;
import org.freehold.compliance.results.TrailResult;

/** The report on paper: all that the page has but the proofs, which are in the other formats. */
final class PdfReport {
  private static final int SHOWN = 25;

  private PdfReport() {}

  static void write(ReportDocument document, OutputStream out) throws IOException {
    ReportResults results = document.results();
    try (PDDocument pdf = new PDDocument()) {
      PDDocumentInformation about = new PDDocumentInformation();
      about.setTitle(Words.title(results));
      about.setCreator("Freehold");
      about.setCreationDate(GregorianCalendar.from(document.madeAt().atZone(ZoneOffset.UTC)));
      pdf.setDocumentInformation(about);
      pdf.getDocumentCatalog().setLanguage("en");
      pdf.setDocumentId(0L);
      try (PdfPages pages = new PdfPages(pdf)) {
        seen(pages, document);
        controls(pages, results);
        questions(pages, results);
        pages.heading("What this report cannot attest");
        for (String one : results.cannotAttest()) {
          pages.text("- " + one);
        }
      }
      pdf.save(out);
    }
  }

  private static void seen(PdfPages pages, ReportDocument document) throws IOException {
    ReportResults results = document.results();
    TrailResult trail = results.trail();
    pages.title(Words.title(results));
    pages.text(results.title() + ", " + results.edition());
    pages.text("Period: " + Words.period(results));
    pages.text(Words.range(trail));
    pages.text("Root, and seed of the samples: " + trail.root());
    pages.text("Hash of the results: " + document.resultHash());
    pages.text("Made: " + document.madeAt());
    pages.strong(Words.proof(trail));
    if (document.checkpoint() != null) {
      pages.text("Signed checkpoint:");
      pages.code(document.checkpoint());
    }
    for (String one : Words.removed(trail)) {
      pages.text(one);
    }
    for (TrailResult.Damage one : trail.damage()) {
      String place = one.position() == null ? "" : "At " + one.position() + ": ";
      pages.text("- " + place + one.detail());
    }
  }

  private static void controls(PdfPages pages, ReportResults results) throws IOException {
    pages.heading("Controls");
    for (ControlResult control : results.controls()) {
      pages.strong(control.id() + " " + control.title() + ": " + Words.of(control.verdict()));
      pages.text("Rests on " + String.join(", ", control.questions()) + ".");
      for (String one : control.missing()) {
        pages.text("- " + one);
      }
    }
  }

  private static void questions(PdfPages pages, ReportResults results) throws IOException {
    pages.heading("Questions");
    for (Answer answer : results.answers()) {
      pages.strong(answer.id() + " " + answer.title() + ": " + Words.of(answer.verdict()));
      pages.text(answer.asks());
      pages.text(Words.found(answer));
      if (answer.limits() != null) {
        pages.text("Not in the answer: " + answer.limits());
      }
      events(pages, "Exceptions (the first " + SHOWN + "):", answer.listed());
      events(pages, "Sample:", answer.sample());
      if (answer.sql() != null) {
        pages.text("Asked with:");
        pages.code(answer.sql());
      }
    }
  }

  private static void events(PdfPages pages, String caption, List<Answer.Evidence> events)
      throws IOException {
    if (events.isEmpty()) {
      return;
    }
    pages.text(caption);
    for (Answer.Evidence one : events.stream().limit(SHOWN).toList()) {
      pages.text("- " + Words.event(one) + " - leaf " + one.leafHash());
    }
  }
}
