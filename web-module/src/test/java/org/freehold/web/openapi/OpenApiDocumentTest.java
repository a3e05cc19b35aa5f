package org.freehold.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.freehold.engine.access.PermissionCatalogue;
import org.freehold.web.identity.JwksServlet;
import org.junit.jupiter.api.Test;

class OpenApiDocumentTest {
  private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target", "classes");

  /** The standards' own, which are servlets. */
  private static final List<String> AUTHZEN =
      List.of(
          "get /.well-known/authzen-configuration",
          "get /.well-known/authzen-configuration/t/{slug}",
          "post /access/v1/evaluation",
          "post /access/v1/evaluations",
          "post /access/v1/search/action",
          "post /access/v1/search/resource",
          "post /access/v1/search/subject");

  private static final List<String> OFREP =
      List.of("post /ofrep/v1/evaluate/flags", "post /ofrep/v1/evaluate/flags/{key}");

  private static final JsonNode DOCUMENT = Validation.parse(document());
  private static final Validation VALIDATION = new Validation(DOCUMENT);

  private static String document() {
    try {
      return Files.readString(CLASSES.resolve("META-INF/openapi.json"));
    } catch (IOException e) {
      throw new AssertionError("The build has not made the document", e);
    }
  }

  private record Found(String place, JsonNode operation) {}

  private static List<Found> operations() {
    List<Found> operations = new ArrayList<>();
    DOCUMENT
        .path("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fields()
                    .forEachRemaining(
                        verb ->
                            operations.add(
                                new Found(verb.getKey() + " " + path.getKey(), verb.getValue()))));
    return operations;
  }

  @Test
  void theDocumentHasEveryResourceMethodAndNothingElse() throws IOException {
    Set<String> inCode = new TreeSet<>();
    for (Class<?> resource : OpenApiDocument.resources(CLASSES)) {
      for (Method method : resource.getDeclaredMethods()) {
        for (Annotation annotation : method.getAnnotations()) {
          HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
          if (verb != null) {
            inCode.add(verb.value().toLowerCase(Locale.ROOT) + " " + path(resource, method));
          }
        }
      }
    }
    for (String path : JwksServlet.class.getAnnotation(WebServlet.class).value()) {
      inCode.add("get " + path);
    }
    inCode.addAll(AUTHZEN);
    inCode.addAll(OFREP);

    assertThat(operations()).extracting(Found::place).containsExactlyInAnyOrderElementsOf(inCode);
  }

  private static String path(Class<?> resource, Method method) {
    Path tail = method.getAnnotation(Path.class);
    String start = "/api/" + resource.getAnnotation(Path.class).value();
    return tail == null ? start : start + "/" + tail.value().replaceAll("\\{(\\w+):[^}]+}", "{$1}");
  }

  @Test
  void operationsHaveNamesOfTheirOwn() {
    List<String> ids =
        operations().stream().map(f -> f.operation().path("operationId").asText()).toList();

    assertThat(ids).doesNotHaveDuplicates().doesNotContain("");
  }

  @Test
  void everyExampleFitsItsSchema() {
    List<String> faults = new ArrayList<>();
    for (Found found : operations()) {
      bodies(found.operation())
          .forEach(
              content -> {
                examples(content)
                    .flatMap(e -> VALIDATION.faults(content.path("schema"), e).stream())
                    .forEach(fault -> faults.add(found.place() + " " + fault));
              });
    }
    DOCUMENT
        .at("/components/schemas")
        .forEach(
            schema ->
                schema
                    .path("examples")
                    .forEach(example -> faults.addAll(VALIDATION.faults(schema, example))));

    assertThat(faults).isEmpty();
  }

  @Test
  void everyBodyInJsonHasAnExample() {
    List<String> without = new ArrayList<>();
    for (Found found : operations()) {
      if (found.place().equals("get /api/openapi.json")) {
        continue;
      }
      found.operation().findParents("schema").stream()
          .filter(content -> !content.has("in") && isJson(found.operation(), content))
          .filter(content -> examples(content).findAny().isEmpty())
          .forEach(content -> without.add(found.place()));
    }

    assertThat(without).isEmpty();
  }

  private static boolean isJson(JsonNode operation, JsonNode content) {
    return operation.findParents("application/json").stream()
        .anyMatch(parent -> parent.get("application/json") == content);
  }

  private static Stream<JsonNode> bodies(JsonNode operation) {
    List<JsonNode> bodies = new ArrayList<>();
    operation.path("requestBody").path("content").forEach(bodies::add);
    operation.path("responses").forEach(response -> response.path("content").forEach(bodies::add));
    return bodies.stream();
  }

  private static Stream<JsonNode> examples(JsonNode content) {
    List<JsonNode> examples = new ArrayList<>();
    if (content.has("example")) {
      examples.add(content.get("example"));
    }
    content
        .path("examples")
        .forEach(example -> examples.add(VALIDATION.resolved(example).path("value")));
    return examples.stream();
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    assertThat(DOCUMENT.findValuesAsText("$ref"))
        .isNotEmpty()
        .allSatisfy(ref -> assertThat(DOCUMENT.at(ref.substring(1)).isMissingNode()).isFalse());
  }

  @Test
  void everyPermissionExists() {
    assertThat(DOCUMENT.findValuesAsText("x-permission"))
        .isNotEmpty()
        .allSatisfy(name -> assertThat(PermissionCatalogue.builtIn().codes()).contains(name));
  }

  @Test
  void everyProblemInTheCodeIsAnExampleOfSomeOperation() throws IOException {
    Set<String> inCode = new TreeSet<>(List.of("no_such_path", "method_not_allowed"));
    for (String module : List.of("../ejb-module", ".")) {
      inCode.addAll(codesIn(java.nio.file.Path.of(module, "src", "main", "java")));
    }
    Set<String> documented = new HashSet<>();
    DOCUMENT.at("/components/examples").fieldNames().forEachRemaining(documented::add);
    Set<String> told = new HashSet<>(Set.of("no_such_path", "method_not_allowed"));
    DOCUMENT.path("paths").findParents("$ref").stream()
        .map(node -> node.path("$ref").asText())
        .filter(ref -> ref.startsWith("#/components/examples/"))
        .forEach(ref -> told.add(ref.substring(ref.lastIndexOf('/') + 1)));

    assertThat(inCode).hasSizeGreaterThan(25);
    assertThat(documented).containsAll(inCode);
    assertThat(told).containsExactlyInAnyOrderElementsOf(documented);
  }

  private static Set<String> codesIn(java.nio.file.Path sources) throws IOException {
    Pattern thrown =
        Pattern.compile(
            "(?:new (?:Conflict|NotSignedIn|TooMany|NotAllowed)|NotAllowed\\.because|super)\\("
                + "\\s*(?:[45][0-9]{2},\\s*)?\"([a-z]+(?:_[a-z]+)*)\"");
    Set<String> codes = new TreeSet<>();
    try (Stream<java.nio.file.Path> files = Files.walk(sources)) {
      for (java.nio.file.Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher matcher = thrown.matcher(Files.readString(file));
        while (matcher.find()) {
          codes.add(matcher.group(1));
        }
      }
    }
    return codes;
  }

  @Test
  void aRequestTakesNothingUnknown() {
    assertThat(VALIDATION.faults("ProjectFields", "{\"name\":\"Portal\"}")).isEmpty();
    assertThat(VALIDATION.faults("ProjectFields", "{\"name\":\"Portal\",\"colour\":\"red\"}"))
        .isNotEmpty();
  }

  @Test
  void constraintsAreInTheSchema() {
    assertThat(VALIDATION.faults("ProjectFields", "{}")).isNotEmpty();
    assertThat(VALIDATION.faults("ProjectFields", "{\"name\":\" \"}")).isNotEmpty();
    assertThat(VALIDATION.faults("ProjectFields", "{\"name\":\"P\",\"status\":\"ACTIVE\"}"))
        .isNotEmpty();
    assertThat(VALIDATION.faults("ProjectFields", "{\"name\":\"P\",\"budget_allocated\":1.005}"))
        .isNotEmpty();
    assertThat(VALIDATION.faults("ProjectFields", "{\"name\":\"P\",\"budget_allocated\":\"1.05\"}"))
        .isEmpty();
    assertThat(VALIDATION.faults("TaskFieldsPatch", "{\"title\":null}")).isNotEmpty();
    assertThat(VALIDATION.faults("TaskFieldsPatch", "{\"assignee_id\":null}")).isEmpty();
  }
}
