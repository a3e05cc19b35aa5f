package org.freehold.compliance.documents;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.freehold.compliance.Verdict;
import org.freehold.compliance.results.Answer;
import org.freehold.compliance.results.ControlResult;
import org.freehold.compliance.results.ReportDocument;
import org.freehold.compliance.results.ReportResults;
import org.freehold.compliance.results.TrailResult;
import org.freehold.platform.json.WireNames;

/**
 * OSCAL assessment results 1.1.2. OSCAL knows only satisfied and not satisfied: whatever is not
 * plainly satisfied is not, and the property {@code verdict} says what it is. Its ids are tokens,
 * so that the framework's own id of a control is in the property {@code control}.
 */
final class OscalResults {
  private static final String VERSION = "1.1.2";
  private static final String NAMESPACE = "urn:freehold:compliance:v1";

  private final ReportDocument document;
  private final ReportResults results;

  private OscalResults(ReportDocument document) {
    this.document = document;
    this.results = document.results();
  }

  static Map<String, Object> of(ReportDocument document) {
    return Map.of("assessment-results", new OscalResults(document).whole());
  }

  private Map<String, Object> whole() {
    Map<String, Object> whole = new LinkedHashMap<>();
    whole.put("uuid", uuid("report"));
    whole.put(
        "metadata",
        members(
            "title", Words.title(results),
            "last-modified", document.madeAt().toString(),
            "version", document.resultHash(),
            "oscal-version", VERSION));
    whole.put("import-ap", members("href", "#" + uuid("plan")));
    whole.put("results", List.of(result()));
    whole.put("back-matter", members("resources", resources()));
    return whole;
  }

  private List<Map<String, Object>> resources() {
    List<Map<String, Object>> resources = new ArrayList<>();
    resources.add(
        resource(
            "plan",
            "The questions of the report",
            "Each observation has its question in words; the statement is in its remarks."));
    if (document.checkpoint() != null) {
      Map<String, Object> checkpoint =
          resource("checkpoint", "The signed checkpoint (C2SP)", document.checkpoint());
      if (!document.consistency().isEmpty()) {
        checkpoint.put("remarks", String.join(" ", document.consistency()));
      }
      resources.add(checkpoint);
    }
    if (!results.trail().damage().isEmpty()) {
      resources.add(
          resource(
              "damage",
              "What is wrong with the trail",
              results.trail().damage().stream()
                  .map(OscalResults::damage)
                  .collect(Collectors.joining("\n\n"))));
    }
    return resources;
  }

  private Map<String, Object> resource(String id, String title, String description) {
    return members("uuid", uuid(id), "title", title, "description", description);
  }

  private static String damage(TrailResult.Damage one) {
    return "%s at place %s, event %s: %s"
        .formatted(
            one.kind(),
            one.position() == null ? "–" : one.position(),
            one.event() == null ? "–" : one.event(),
            one.detail());
  }

  private Map<String, Object> result() {
    TrailResult trail = results.trail();
    List<Map<String, Object>> properties = new ArrayList<>();
    properties.add(property("proved", Boolean.toString(trail.proved())));
    properties.add(property("log", trail.log()));
    properties.add(property("begin", Long.toString(trail.begin())));
    properties.add(property("end", Long.toString(trail.end())));
    if (trail.root() != null) {
      properties.add(property("root", trail.root()));
    }
    properties.add(property("result-hash", document.resultHash()));
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("uuid", uuid("result"));
    result.put("title", results.title() + ", " + results.edition());
    result.put("description", Words.proof(trail));
    result.put("start", results.from().toString());
    result.put("end", results.to().toString());
    result.put("props", properties);
    result.put(
        "reviewed-controls",
        members(
            "control-selections",
            List.of(
                members(
                    "include-controls",
                    results.controls().stream()
                        .map(control -> members("control-id", token(control)))
                        .toList()))));
    result.put("observations", results.answers().stream().map(this::observation).toList());
    result.put("findings", results.controls().stream().map(this::finding).toList());
    result.put("remarks", String.join("\n\n", results.cannotAttest()));
    return result;
  }

  private Map<String, Object> observation(Answer answer) {
    Map<String, Object> observation = new LinkedHashMap<>();
    observation.put("uuid", uuid("observation " + answer.id()));
    observation.put("title", answer.id() + " " + answer.title());
    observation.put("description", answer.asks() + "\n\n" + Words.found(answer));
    observation.put(
        "props",
        List.of(
            property("question", answer.id()),
            property("verdict", WireNames.of(answer.verdict())),
            property("population", Long.toString(answer.population())),
            property("exceptions", Long.toString(answer.exceptions()))));
    observation.put("methods", List.of("TEST"));
    List<Map<String, Object>> evidence = new ArrayList<>();
    answer.listed().forEach(one -> evidence.add(evidence("exception", one)));
    answer.sample().forEach(one -> evidence.add(evidence("sample", one)));
    if (!evidence.isEmpty()) {
      observation.put("relevant-evidence", evidence);
    }
    observation.put("collected", document.madeAt().toString());
    String remarks = answer.limits() == null ? "" : answer.limits() + "\n\n";
    String sql = answer.sql() == null ? "" : answer.sql();
    if (!(remarks + sql).isEmpty()) {
      observation.put("remarks", remarks + sql);
    }
    return observation;
  }

  private static Map<String, Object> evidence(String kind, Answer.Evidence one) {
    return members(
        "href", "/api/audit-logs/" + one.event() + "/proof",
        "description", kind + ": " + one.action() + " at place " + one.position(),
        "props",
            List.of(
                property("kind", kind),
                property("position", Long.toString(one.position())),
                property("leaf-hash", one.leafHash()),
                property(
                    "inclusion",
                    one.inclusion().isEmpty() ? "none" : String.join(" ", one.inclusion()))));
  }

  private Map<String, Object> finding(ControlResult control) {
    String state = control.verdict() == Verdict.SATISFIED ? "satisfied" : "not-satisfied";
    List<Map<String, Object>> properties = new ArrayList<>();
    properties.add(property("control", control.id()));
    properties.add(property("verdict", WireNames.of(control.verdict())));
    if (control.requirement() != null) {
      properties.add(property("requirement", control.requirement()));
    }
    Map<String, Object> finding = new LinkedHashMap<>();
    finding.put("uuid", uuid("finding " + control.id()));
    finding.put("title", control.id() + " " + control.title());
    finding.put(
        "description",
        control.missing().isEmpty()
            ? "The verdict is: " + Words.of(control.verdict()) + "."
            : String.join("\n\n", control.missing()));
    finding.put("props", properties);
    finding.put(
        "target",
        members(
            "type",
            "objective-id",
            "target-id",
            token(control),
            "status",
            members("state", state)));
    finding.put(
        "related-observations",
        control.questions().stream()
            .map(question -> members("observation-uuid", uuid("observation " + question)))
            .toList());
    return finding;
  }

  /** The id as a token: {@code 164.312(a)(1)} of HIPAA is {@code hipaa-164.312.a.1}. */
  private String token(ControlResult control) {
    String id = control.id().replace(")(", ".").replace('(', '.').replace(")", "");
    return results.framework().wireName().toLowerCase(Locale.ROOT) + "-" + id;
  }

  private static Map<String, Object> property(String name, String value) {
    return members("name", name, "ns", NAMESPACE, "value", value);
  }

  private static Map<String, Object> members(Object... namesAndValues) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return members;
  }

  /** UUIDs of version 5 (RFC 9562 §5.5) under the results, so that the same report has the same. */
  private String uuid(String name) {
    try {
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      sha1.update(document.resultHash().getBytes(StandardCharsets.US_ASCII));
      ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
      long high = hash.getLong() & ~0xf000L | 0x5000L;
      long low = hash.getLong() & 0x3fffffffffffffffL | 0x8000000000000000L;
      return new UUID(high, low).toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-1", e);
    }
  }
}
