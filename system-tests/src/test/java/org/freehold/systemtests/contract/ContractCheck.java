package org.freehold.systemtests.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Checks an HTTP answer against the OpenAPI document: the path, the method, the status, the headers
 * that are always there, and the body, which must have every member that is documented and no
 * other.
 */
public final class ContractCheck {
  private static final Map<String, Contract> CONTRACTS = new ConcurrentHashMap<>();
  private static final String PROBLEM = "application/problem+json";

  private final String call;
  private final int status;
  private final Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final String body;
  private final Contract contract;

  private ContractCheck(
      String call, int status, Map<String, List<String>> headers, String body, Contract contract) {
    this.call = call + " → " + status;
    this.status = status;
    headers.forEach(this.headers::put);
    this.body = body == null ? "" : body;
    this.contract = contract;
  }

  /**
   * Throws an AssertionError that says what of the answer is not in the document.
   *
   * @param pathWithQuery from the root, as {@code /api/projects?limit=2}; the tenant may be in it
   * @param body null or empty: none
   * @param document the text of {@code /api/openapi.json}
   */
  public static void check(
      String method,
      String pathWithQuery,
      int status,
      Map<String, List<String>> headers,
      String body,
      String document) {
    Contract contract = CONTRACTS.computeIfAbsent(document, Contract::new);
    String verb = method.toLowerCase(Locale.ROOT);
    new ContractCheck(method + " " + pathWithQuery, status, headers, body, contract)
        .check(verb.equals("head") ? "get" : verb, pathWithQuery, verb.equals("head"));
  }

  private void check(String verb, String pathWithQuery, boolean bodiless) {
    JsonNode operation = contract.operation(verb, pathWithQuery);
    if (operation == null) {
      refusedOutsideTheDocument();
      return;
    }
    JsonNode response = operation.path("responses").get(Integer.toString(status));
    if (response == null) {
      throw wrong("the status is not documented; there are " + names(operation.path("responses")));
    }
    JsonNode wanted = response.path("headers");
    wanted.fieldNames().forEachRemaining(name -> header(name, wanted.get(name)));
    if (!bodiless) {
      content(response.path("content"));
    }
  }

  /** What is not in the document answers with a problem, and with nothing else. */
  private void refusedOutsideTheDocument() {
    if (status < 400 || status >= 500 || !mediaType().equals(PROBLEM)) {
      throw wrong("the document has no such path and method, and the answer is no problem");
    }
    problem(contract.reference("Problem"));
  }

  private void header(String name, JsonNode header) {
    if (contract.resolved(header).path("required").asBoolean() && !headers.containsKey(name)) {
      throw wrong("the header " + name + " is missing");
    }
  }

  private void content(JsonNode content) {
    if (content.isEmpty()) {
      if (!body.isEmpty()) {
        throw wrong("there is a body, and none is documented: " + body);
      }
      return;
    }
    JsonNode documented = content.has(mediaType()) ? content.get(mediaType()) : content.get("*/*");
    if (documented == null) {
      throw wrong("the media type is " + mediaType() + ", documented are " + names(content));
    }
    if (mediaType().equals(PROBLEM)) {
      problem(documented.path("schema"));
    } else if (mediaType().endsWith("json") && !mediaType().endsWith("ndjson")) {
      matches(documented.path("schema"));
    }
  }

  private void problem(JsonNode schema) {
    JsonNode problem = matches(schema);
    String code = problem.path("code").asText();
    JsonNode example = contract.problem(code);
    if (example.isMissingNode()) {
      throw wrong("the code " + code + " is not documented");
    }
    if (problem.path("status").asInt() != status || example.path("status").asInt() != status) {
      throw wrong("the code " + code + " is documented with " + example.path("status"));
    }
  }

  private JsonNode matches(JsonNode schema) {
    JsonNode json = contract.parse(body);
    List<String> faults = contract.faults(schema, json);
    if (!faults.isEmpty()) {
      throw wrong(String.join("; ", faults) + " in " + body);
    }
    return json;
  }

  private String mediaType() {
    List<String> types = headers.getOrDefault("Content-Type", List.of());
    return types.isEmpty() ? "" : types.get(0).replaceAll(";.*", "").strip();
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new java.util.ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private AssertionError wrong(String what) {
    return new AssertionError(call + ": " + what);
  }
}
