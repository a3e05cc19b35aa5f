package org.freehold.systemtests.contract;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ContractCheckTest {
  private static final String DOCUMENT =
      """
      {"paths": {
        "/api/things/{id}": {"get": {"responses": {
          "200": {
            "headers": {"ETag": {"$ref": "#/components/headers/ETag"}},
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}},
          "404": {"content": {"application/problem+json":
            {"schema": {"$ref": "#/components/schemas/Problem"}}}}}}},
        "/api/things/mine": {"get": {"responses": {"204": {}}}}},
       "components": {
         "headers": {"ETag": {"required": true}},
         "examples": {"not_found": {"value": {"status": 404}}},
         "schemas": {
           "Thing": {"type": "object", "required": ["id", "end"], "properties": {
             "id": {"type": "string", "format": "uuid"},
             "end": {"type": ["string", "null"], "format": "date"}}},
           "Problem": {"type": "object", "required": ["code", "status"], "properties": {
             "code": {"type": "string"}, "status": {"type": "integer"}}}}}}
      """;
  private static final String THING =
      "{\"id\":\"0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e01\",\"end\":null}";

  private static void check(String path, int status, String type, String body) {
    Map<String, List<String>> headers =
        Map.of("etag", List.of("\"1\""), "content-type", List.of(type));
    ContractCheck.check("GET", path, status, headers, body, DOCUMENT);
  }

  private static void refused(String path, int status, String type, String body, String because) {
    assertThatThrownBy(() -> check(path, status, type, body))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("GET " + path)
        .hasMessageContaining(because);
  }

  @Test
  void whatIsDocumentedPasses() {
    assertThatCode(
            () -> {
              check("/api/things/7", 200, "application/json", THING);
              check("/t/demo/api/things/7/?limit=2", 200, "application/json", THING);
              check("/api/things/mine", 204, "", "");
            })
        .doesNotThrowAnyException();
  }

  @Test
  void membersThatAreMissingOrNotDocumentedAreRefused() {
    String path = "/api/things/7";
    refused(path, 200, "application/json", "{\"end\":null}", "'id'");
    refused(path, 200, "application/json", THING.replace("}", ",\"colour\":1}"), "'colour'");
    refused(path, 200, "application/json", THING.replace("null", "\"soon\""), "end");
  }

  @Test
  void otherStatusesMediaTypesAndBodiesAreRefused() {
    refused("/api/things/7", 202, "application/json", THING, "not documented");
    refused("/api/things/7", 200, "text/html", THING, "text/html");
    refused("/api/things/mine", 204, "application/json", THING, "none is documented");
  }

  @Test
  void headersThatAreAlwaysThereAreMissed() {
    Map<String, List<String>> headers = Map.of("Content-Type", List.of("application/json"));

    assertThatThrownBy(
            () -> ContractCheck.check("GET", "/api/things/7", 200, headers, THING, DOCUMENT))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("ETag");
  }

  @Test
  void whatTheDocumentDoesNotHaveAnswersWithAProblemOnly() {
    String problem = "{\"code\":\"not_found\",\"status\":404}";

    assertThatCode(() -> check("/api/other", 404, "application/problem+json", problem))
        .doesNotThrowAnyException();
    refused("/api/other", 200, "application/json", THING, "no such path");
  }

  @Test
  void codesOfProblemsAreDocumentedWithTheirStatus() {
    String type = "application/problem+json";

    refused("/api/things/7", 404, type, "{\"code\":\"lost\",\"status\":404}", "lost");
    refused("/api/other", 409, type, "{\"code\":\"not_found\",\"status\":409}", "not_found");
  }
}
