package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Has reports made, as an auditor would. */
record ComplianceDesk(Api api) {
  static final String REPORTS = "/api/compliance/reports";

  static ComplianceDesk of(TestTenant tenant) {
    return new ComplianceDesk(tenant.api());
  }

  /** Over the last day, as far as it has gone. */
  JsonObject made(String framework) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return made(framework, now.minus(1, ChronoUnit.DAYS), now);
  }

  /** The report as it is told when it is completed. */
  JsonObject made(String framework, Instant from, Instant to) {
    String run = asked(framework, from, to);
    JsonObject ended =
        Await.until(Duration.ofSeconds(60), () -> api.get(run).is(200).json(), Seeds::hasEnded);
    assertThat(ended.getString("status")).as(ended.toString()).isEqualTo("completed");
    return ofRun(ended.getString("id"));
  }

  /** Where the run is. */
  String asked(String framework, Instant from, Instant to) {
    return api.post(
            REPORTS, Body.of("framework", framework, "from", from.toString(), "to", to.toString()))
        .is(202)
        .place();
  }

  JsonObject ofRun(String run) {
    return api.get(REPORTS).is(200).items().stream()
        .filter(report -> report.getString("run_id").equals(run))
        .findFirst()
        .orElseThrow();
  }

  /** The whole report. */
  JsonObject document(JsonObject report) {
    return api.get(REPORTS + "/" + report.getString("id") + "/document").is(200).json();
  }

  /** Where it is as a file. */
  String file(JsonObject report, String format) {
    return REPORTS + "/" + report.getString("id") + "/download?format=" + format;
  }

  /** What a question of the document found. */
  static JsonObject answer(JsonObject document, String question) {
    return document.getJsonObject("results").getJsonArray("answers").stream()
        .map(jakarta.json.JsonValue::asJsonObject)
        .filter(answer -> answer.getString("id").equals(question))
        .findFirst()
        .orElseThrow();
  }
}
