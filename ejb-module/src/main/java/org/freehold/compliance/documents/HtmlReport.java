package org.freehold.compliance.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.freehold.compliance.results.Answer;
import org.freehold.compliance.results.ControlResult;
import org.freehold.compliance.results.ReportDocument;
import org.freehold.compliance.results.ReportResults;
import org.freehold.compliance.results.TrailResult;

/**
 * One page that needs nothing else: headings and tables that a screen reader can walk, and breaks
 * where paper wants them. Verdicts are words, never colours alone.
 */
final class HtmlReport {
  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%1$s</title>
      <style>
      body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 60rem; padding: 0 1rem; color: #1a1a1a; background: #fff; }
      h1, h2, h3 { line-height: 1.2; }
      table { border-collapse: collapse; width: 100%%; margin: 1rem 0; }
      caption { text-align: start; font-weight: 600; padding: .25rem 0; }
      th, td { border: 1px solid #767676; padding: .35rem .5rem; text-align: start; vertical-align: top; }
      pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f4f4f4; padding: .75rem; }
      code, td.hash { overflow-wrap: anywhere; }
      .alarm { border: .2rem solid #b00020; padding: .75rem; font-weight: 600; }
      section { break-inside: auto; }
      h2, h3 { break-after: avoid; }
      tr, pre { break-inside: avoid; }
      @media print { body { margin: 0; max-width: none; font-size: 10pt; } nav { display: none; } }
      </style>
      </head>
      <body>
      <main>
      <h1>%1$s</h1>
      """;

  private final ReportDocument document;
  private final ReportResults results;
  private final StringBuilder page = new StringBuilder(64_000);

  HtmlReport(ReportDocument document) {
    this.document = document;
    this.results = document.results();
  }

  void write(OutputStream out) throws IOException {
    page.append(HEAD.formatted(escaped(Words.title(results))));
    facts();
    controls();
    questions();
    page.append("<section><h2>What this report cannot attest</h2><ul>");
    results.cannotAttest().forEach(one -> tag("li", one));
    page.append("</ul></section>\n</main>\n</body>\n</html>\n");
    out.write(page.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void facts() {
    TrailResult trail = results.trail();
    page.append("<section><h2>What was seen</h2>");
    page.append(trail.proved() ? "<p>" : "<p class=\"alarm\" role=\"alert\">")
        .append(escaped(Words.proof(trail)))
        .append("</p><table><caption>The trail</caption><tbody>");
    fact("Framework", results.title() + ", " + results.edition());
    fact("Period", Words.period(results));
    fact("Range", Words.range(trail));
    fact("Root, and seed of the samples", trail.root());
    fact("Hash of the results", document.resultHash());
    fact("Made", document.madeAt().toString());
    page.append("</tbody></table>");
    Words.removed(trail).forEach(one -> tag("p", one));
    if (document.checkpoint() != null) {
      tag("h3", "Signed checkpoint");
      tag("pre", document.checkpoint());
      if (!document.consistency().isEmpty()) {
        tag("p", "From the root to the checkpoint (RFC 9162 §2.1.4):");
        tag("pre", String.join("\n", document.consistency()));
      }
    }
    if (!trail.damage().isEmpty()) {
      page.append("<table><caption>What is wrong with the trail</caption>")
          .append(row("th scope=\"col\"", List.of("Place", "Event", "What")))
          .append("<tbody>");
      for (TrailResult.Damage one : trail.damage()) {
        page.append(
            row(
                "td",
                List.of(
                    one.position() == null ? "–" : one.position().toString(),
                    one.event() == null ? "–" : one.event().toString(),
                    one.detail())));
      }
      page.append("</tbody></table>");
    }
    page.append("</section>\n");
  }

  private void controls() {
    page.append("<section><h2>Controls</h2><table><caption>Verdicts</caption><thead>")
        .append(
            row("th scope=\"col\"", List.of("Control", "What it is about", "Verdict", "Questions")))
        .append("</thead><tbody>");
    for (ControlResult control : results.controls()) {
      page.append("<tr><th scope=\"row\">").append(escaped(control.id())).append("</th><td>");
      page.append(escaped(control.title()));
      if (control.requirement() != null) {
        page.append(" (").append(escaped(control.requirement())).append(")");
      }
      page.append("</td><td>").append(Words.of(control.verdict()));
      control.missing().forEach(one -> page.append("<br>").append(escaped(one)));
      page.append("</td><td>");
      control
          .questions()
          .forEach(id -> page.append("<a href=\"#%1$s\">%1$s</a> ".formatted(escaped(id))));
      page.append("</td></tr>\n");
    }
    page.append("</tbody></table></section>\n");
  }

  private void questions() {
    page.append("<section><h2>Questions</h2>");
    for (Answer answer : results.answers()) {
      page.append("<section id=\"").append(escaped(answer.id())).append("\">");
      tag("h3", answer.id() + " " + answer.title() + ": " + Words.of(answer.verdict()));
      tag("p", answer.asks());
      tag("p", Words.found(answer));
      if (answer.limits() != null) {
        tag("p", "Not in the answer: " + answer.limits());
      }
      events("Exceptions (the first hundred)", answer.listed());
      events("Sample", answer.sample());
      if (answer.sql() != null) {
        tag("pre", answer.sql());
      }
      page.append("</section>\n");
    }
    page.append("</section>\n");
  }

  private void events(String caption, List<Answer.Evidence> events) {
    if (events.isEmpty()) {
      return;
    }
    page.append("<table>");
    tag("caption", caption);
    page.append("<thead>")
        .append(row("th scope=\"col\"", List.of("Place", "Time", "Action", "Event", "Leaf hash")))
        .append("</thead><tbody>");
    for (Answer.Evidence one : events) {
      page.append(
          row(
              "td",
              List.of(
                  Long.toString(one.position()),
                  one.at().toString(),
                  one.action(),
                  one.event().toString(),
                  one.leafHash())));
    }
    page.append("</tbody></table>\n<details><summary>Proofs</summary>");
    for (Answer.Evidence one : events) {
      tag("p", "Place " + one.position() + ": " + Words.proofOf(one));
      tag("pre", String.join("\n", one.inclusion()));
    }
    page.append("</details>\n");
  }

  private void fact(String name, String value) {
    page.append("<tr><th scope=\"row\">").append(escaped(name)).append("</th><td class=\"hash\">");
    page.append(value == null ? "–" : escaped(value)).append("</td></tr>\n");
  }

  private void tag(String name, String text) {
    page.append('<').append(name).append('>').append(escaped(text));
    page.append("</").append(name).append(">\n");
  }

  private static String row(String cell, List<String> cells) {
    StringBuilder row = new StringBuilder("<tr>");
    String end = "</" + cell.split(" ")[0] + ">";
    cells.forEach(one -> row.append('<').append(cell).append('>').append(escaped(one)).append(end));
    return row.append("</tr>\n").toString();
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
