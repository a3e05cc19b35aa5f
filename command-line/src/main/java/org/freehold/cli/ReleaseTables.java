package org.freehold.cli;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.stream.Collectors;

/** What a release would do, for people. */
final class ReleaseTables {
  private static final Table STEPS =
      Table.columns("number:step", "part", "lock", "budget", "title", "hazards");
  private static final Table FINDINGS = Table.columns("severity", "rule", "told:finding");
  private static final Table LOSSES = Table.columns("object", "rows", "what:what is lost");
  private static final Table DIFFERENCES = Table.columns("object", "kind", "expected", "found");

  private ReleaseTables() {}

  /** The steps in their order, then what was found about them. */
  static String plan(JsonObject planned) {
    List<JsonObject> steps =
        items(planned.getJsonArray("plan")).stream().map(ReleaseTables::step).toList();
    List<JsonObject> findings =
        items(planned.getJsonArray("findings")).stream().map(ReleaseTables::finding).toList();
    return STEPS.of(steps) + "\n" + (findings.isEmpty() ? "" : FINDINGS.of(findings) + "\n");
  }

  private static JsonObject step(JsonObject step) {
    JsonObjectBuilder row = Json.createObjectBuilder(step);
    if (step.get("budget") instanceof JsonObject budget) {
      row.add("budget", budget.getInt("lock_millis", 0) + " ms");
    }
    row.add(
        "hazards",
        items(step.getJsonArray("hazards")).stream()
            .map(hazard -> Table.text(hazard.get("message")))
            .collect(Collectors.joining(" ")));
    return row.build();
  }

  private static JsonObject finding(JsonObject finding) {
    String safe = Table.text(finding.get("safe_form"));
    String message = Table.text(finding.get("message"));
    return Json.createObjectBuilder(finding)
        .add("told", safe.isEmpty() ? message : message + " Safe form: " + safe)
        .build();
  }

  /** What the dry run has proved. */
  static String proof(JsonObject prepared) {
    if (!(prepared.get("dry_run") instanceof JsonObject run)) {
      return "There was no dry run.";
    }
    String sampled =
        run.containsKey("sampled")
            ? items(run.getJsonArray("sampled")).stream()
                .map(
                    one -> Table.text(one.get("rows")) + " rows of " + Table.text(one.get("table")))
                .collect(Collectors.joining(", "))
            : "";
    return "Dry run: %s, %s%s.\n"
        .formatted(
            run.getBoolean("reversible", false) ? "down gave the start back" : "NOT reversible",
            run.getBoolean("repeatable", false) ? "up again was equal" : "NOT repeatable",
            sampled.isEmpty() ? "" : "; tried with " + Table.printable(sampled));
  }

  /** What undoing would lose, and whether what was dropped can still be brought back. */
  static String losses(JsonObject preview) {
    return LOSSES.of(items(preview.getJsonArray("losses")))
        + "Window: "
        + Table.text(preview.get("window"))
        + "\nDigest: "
        + Table.text(preview.get("digest"))
        + "\n";
  }

  static String differences(JsonArray differences) {
    return DIFFERENCES.of(items(differences));
  }

  static List<JsonObject> items(JsonArray array) {
    return array == null ? List.of() : array.getValuesAs(JsonObject.class);
  }
}
