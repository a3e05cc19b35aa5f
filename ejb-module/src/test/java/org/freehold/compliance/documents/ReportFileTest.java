package org.freehold.compliance.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.freehold.compliance.ComplianceReportId;
import org.freehold.compliance.Framework;
import org.freehold.compliance.Verdict;
import org.freehold.compliance.catalogue.Controls;
import org.freehold.compliance.catalogue.Question;
import org.freehold.compliance.catalogue.Questions;
import org.freehold.compliance.results.Answer;
import org.freehold.compliance.results.Judgement;
import org.freehold.compliance.results.ReportDocument;
import org.freehold.compliance.results.ReportResults;
import org.freehold.compliance.results.TrailResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportFileTest {
  private static final UUID EVENT = UUID.fromString("0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e41");
  private static final Answer.Evidence EVIDENCE =
      new Answer.Evidence(
          3,
          EVENT,
          "=cmd|'/c calc'!A1",
          Instant.parse("2026-01-15T12:00:00Z"),
          "aGFzaA==",
          List.of("aGFzaA=="));

  @ParameterizedTest
  @EnumSource
  void oscalIsValidAgainstTheSchemaOfNist(Framework framework) throws IOException {
    assertThat(faults(text(framework, ReportFormat.OSCAL))).isEmpty();
  }

  @Test
  void theSchemaRefusesWhatIsNotOscal() throws IOException {
    String broken =
        text(Framework.SOC2, ReportFormat.OSCAL).replace("\"objective-id\"", "\"anything\"");
    assertThat(faults(broken)).isNotEmpty();
  }

  private static List<String> faults(String oscal) throws IOException {
    try (InputStream schema =
        ReportFileTest.class.getResourceAsStream("/schema/json/oscal-ar_schema.json")) {
      JsonSchema known =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(schema);
      return known.validate(new ObjectMapper().readTree(oscal)).stream()
          .map(Object::toString)
          .toList();
    }
  }

  @Test
  void whatIsNotPlainlySatisfiedIsNotSatisfiedInOscal() throws IOException {
    String oscal = text(Framework.SOC2, ReportFormat.OSCAL);
    assertThat(oscal)
        .contains("\"value\":\"satisfied-in-part\"", "\"value\":\"no-population\"")
        .contains("soc2-CC6.1")
        .contains("log\\n8\\ncm9vdA==", "\"remarks\":\"cm9vdDI=\"")
        .contains("changed at place 3, event " + EVENT + ": It was changed.");
    assertThat(oscal.split("\"state\":\"satisfied\"", -1).length - 1)
        .isEqualTo(count(Framework.SOC2, Verdict.SATISFIED));
  }

  /** OSCAL has no place for them, and tools look for them by name. */
  @Test
  void oscalHasPropertiesOfTheseNames() throws IOException {
    JsonNode result =
        new ObjectMapper()
            .readTree(text(Framework.HIPAA, ReportFormat.OSCAL))
            .at("/assessment-results/results/0");
    assertThat(properties(List.of(result)))
        .containsExactly("proved", "log", "begin", "end", "root", "result-hash");
    JsonNode observations = result.get("observations");
    assertThat(properties(observations))
        .containsExactly("question", "verdict", "population", "exceptions");
    assertThat(properties(observations.findValue("relevant-evidence")))
        .containsExactly("kind", "position", "leaf-hash", "inclusion");
    assertThat(properties(result.get("findings")))
        .containsExactly("control", "verdict", "requirement");
    assertThat(result.findValues("ns"))
        .extracting(JsonNode::textValue)
        .containsOnly("urn:freehold:compliance:v1");
  }

  private static Set<String> properties(Iterable<JsonNode> nodes) {
    Set<String> names = new LinkedHashSet<>();
    nodes.forEach(node -> node.get("props").forEach(one -> names.add(one.get("name").textValue())));
    return names;
  }

  private static long count(Framework framework, Verdict verdict) {
    return document(framework).results().controls().stream()
        .filter(control -> control.verdict() == verdict)
        .count();
  }

  @Test
  void aTableHasALineForEachControl() throws IOException {
    String csv = text(Framework.PCI_DSS, ReportFormat.CSV);
    assertThat(csv.lines().skip(1)).allMatch(line -> line.matches("[0-9.]+,.*"));
    assertThat(csv.lines())
        .as("the events that were removed")
        .allMatch(line -> line.matches(".*,(removed|2)"));
    assertThat(csv)
        .contains("\r\n10.3.2,Logs cannot be changed,,")
        .contains("select e.position, e.id,")
        .contains("," + EVENT + "," + EVENT + ",");
  }

  @Test
  void aPageShowsTextAsText() throws IOException {
    String html = text(Framework.SOC2, ReportFormat.HTML);
    assertThat(html)
        .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
        .contains("=cmd|'/c calc'!A1", "role=\"alert\"", "THE PROOF FAILS", "<caption>Verdicts")
        .contains("e.position &lt; :end")
        .contains("<pre>cm9vdDI=</pre>", "GET /api/audit-logs/" + EVENT + "/proof")
        .doesNotContain("<script", "position < :end");
    assertThat(HtmlReport.escaped("<a href=\"x\">&"))
        .isEqualTo("&lt;a href=&quot;x&quot;&gt;&amp;");
  }

  @Test
  void aPdfHasTheSameWords() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ReportFile(document(Framework.GDPR), ReportFormat.PDF).write(out);
    try (PDDocument pdf = Loader.loadPDF(out.toByteArray())) {
      String text = new PDFTextStripper().getText(pdf).replaceAll("[\\s\u00a0]+", " ");
      assertThat(pdf.getNumberOfPages()).isGreaterThan(2);
      assertThat(text)
          .contains("GDPR report of techcorp", "THE PROOF FAILS", "17(3)(b)")
          .contains("What this report cannot attest", "Page 2")
          .contains("Signed checkpoint: log 8 cm9vdA==", "Sample:", "leaf aGFzaA==")
          .contains("Asked with:", "where e.tenant_id = :tenant");
    }
  }

  @Test
  void filesAreNamedAfterWhatTheyAre() {
    assertThat(new ReportFile(document(Framework.PCI_DSS), ReportFormat.OSCAL).name())
        .isEqualTo("pci-dss-techcorp-2026-01-01-2026-04-01.oscal.json");
  }

  private static String text(Framework framework, ReportFormat format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new ReportFile(document(framework), format).write(out);
    return out.toString(StandardCharsets.UTF_8);
  }

  /** Of a damaged trail, with answers of all kinds, whatever would follow from the damage. */
  private static ReportDocument document(Framework framework) {
    List<Answer> answers =
        Questions.of(Controls.of(framework)).stream().map(ReportFileTest::answer).toList();
    Map<String, Answer> byId =
        answers.stream().collect(Collectors.toMap(Answer::id, Function.identity()));
    TrailResult trail =
        new TrailResult(
            false,
            "audit.freehold.local/t/1",
            0,
            8,
            "cm9vdA==",
            1,
            List.of(new TrailResult.Damage("changed", 3L, EVENT, "It was changed.")),
            List.of(new TrailResult.Removed(EVENT, 2)));
    return new ReportDocument(
        new ComplianceReportId(EVENT),
        Instant.parse("2026-04-01T00:05:00Z"),
        "2d5e01a318d0f0879ab568c4be289c8b1f64ef8921a53c6277d5e069978baacb",
        "log\n8\ncm9vdA==\n",
        List.of("cm9vdDI="),
        new ReportResults(
            framework,
            framework.title(),
            framework.edition(),
            "techcorp",
            Instant.parse("2026-01-01T00:00:00Z"),
            Instant.parse("2026-04-01T00:00:00Z"),
            trail,
            List.of("That what events say is true."),
            Controls.of(framework).stream().map(one -> Judgement.of(one, byId)).toList(),
            answers));
  }

  private static Answer answer(Question question) {
    int kind = question.id().hashCode() % 3;
    long population = kind == 0 ? 0 : 40;
    long exceptions = kind == 1 ? 1 : 0;
    Verdict verdict =
        question.isAttestable() ? Judgement.of(population, exceptions) : Verdict.NOT_ATTESTABLE;
    List<Answer.Evidence> listed = exceptions == 0 ? List.of() : List.of(EVIDENCE);
    return new Answer(
        question.id(),
        question.title(),
        question.asks(),
        question.limits(),
        question.sql(),
        question.missing(),
        verdict,
        null,
        population,
        exceptions,
        listed,
        population == 0 ? List.of() : List.of(EVIDENCE));
  }
}
