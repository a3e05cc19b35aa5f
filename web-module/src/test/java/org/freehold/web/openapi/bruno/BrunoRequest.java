package org.freehold.web.openapi.bruno;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** One operation of the document as a request of the collection. */
record BrunoRequest(JsonNode document, String path, String verb, JsonNode operation) {
  private static final String MULTIPART = "multipart/form-data";

  String id() {
    return operation.path("operationId").asText();
  }

  String area() {
    return operation.path("tags").path(0).asText();
  }

  /** Makes before it reads, reads before it changes, and takes away last. */
  int rank() {
    if (givesTokens()) {
      return 0;
    }
    return switch (verb) {
      case "post" -> makes() ? 1 : operation.path("responses").has("204") ? 7 : 6;
      case "get" -> 2;
      case "head" -> 3;
      case "put" -> 4;
      case "patch" -> 5;
      default -> 7;
    };
  }

  private boolean makes() {
    return makes(operation);
  }

  private static boolean makes(JsonNode operation) {
    return operation.path("responses").has("201") || operation.path("responses").has("202");
  }

  private JsonNode answer(String status) {
    return operation.path("responses").path(status).at("/content/application~1json/example");
  }

  private boolean givesTokens() {
    return answer("200").has("access_token");
  }

  String text(int place) {
    return new Bru()
        .pairs("meta", ordered("name", name(), "type", "http", "seq", "" + place))
        .pairs(verb, ordered("url", url(), "body", bodyKind(), "auth", auth()))
        .pairs("params:path", pathParameters())
        .pairs("params:query", parameters("query"))
        .pairs("headers", parameters("header"))
        .lines("body:json", bodyKind().equals("json") ? json() : "")
        .pairs("body:multipart-form", bodyKind().equals("multipartForm") ? form() : Map.of())
        .lines("script:post-response", script())
        .lines("docs", docs())
        .toString();
  }

  /** A name becomes a file's in some versions, and a colon would begin a value. */
  private String name() {
    return operation.path("summary").asText().replaceAll("[:/\"]", "").replaceAll("[,;].*", "");
  }

  private String url() {
    return "{{url}}" + path.replaceAll("\\{([a-z_]+)}", ":$1");
  }

  private String auth() {
    return operation.path("security").isEmpty() ? "none" : "inherit";
  }

  private String bodyKind() {
    JsonNode content = operation.path("requestBody").path("content");
    if (content.has(MULTIPART)) {
      return "multipartForm";
    }
    return content.has("application/json") ? "json" : "none";
  }

  private Map<String, String> pathParameters() {
    Map<String, String> pairs = new LinkedHashMap<>();
    Variables.of(path).forEach(p -> pairs.put(p.name(), Variables.use(p.variable())));
    return pairs;
  }

  private Map<String, String> parameters(String in) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (JsonNode given : operation.path("parameters")) {
      JsonNode parameter =
          given.has("$ref") ? document.at(given.path("$ref").asText().substring(1)) : given;
      String name = parameter.path("name").asText();
      if (in.equals(parameter.path("in").asText()) && !name.equals("X-Request-Id")) {
        boolean on = parameter.path("required").asBoolean() || name.equals("X-Tenant-Slug");
        pairs.put((on ? "" : "~") + name, value(name, parameter));
      }
    }
    return pairs;
  }

  private static String value(String name, JsonNode parameter) {
    return switch (name) {
      case "X-Tenant-Slug" -> Variables.use("tenant");
      case "Idempotency-Key" -> "{{$guid}}";
      case "If-Match" -> "\"1\"";
      default -> {
        JsonNode schema = parameter.path("schema");
        if (schema.path("format").asText().equals("uuid")) {
          yield "";
        }
        JsonNode known =
            parameter.has("example") ? parameter.get("example") : schema.get("default");
        yield (known == null ? schema.path("enum").path(0) : known).asText();
      }
    };
  }

  private String json() {
    JsonNode content = operation.at("/requestBody/content/application~1json");
    return new ExampleBody(document).of(id(), content).toPrettyString();
  }

  private Map<String, String> form() {
    Map<String, String> parts = new LinkedHashMap<>();
    operation
        .at("/requestBody/content/multipart~1form-data/example")
        .properties()
        .forEach(
            part -> {
              String name = part.getKey();
              if (name.equals("file")) {
                parts.put(name, "@file(" + BrunoCollection.UPLOAD + ")");
              } else {
                String value = part.getValue().asText();
                parts.put("~" + name, name.endsWith("_id") ? Variables.use(name) : value);
              }
            });
    return parts;
  }

  private String script() {
    if (givesTokens()) {
      return """
          if (res.getStatus() === 200) {
            bru.setVar("access_token", res.getBody().access_token);
            bru.setVar("refresh_token", res.getBody().refresh_token);
          }
          """;
    }
    if (listsWhatNobodyMakes()) {
      return """
          const items = res.getStatus() === 200 ? res.getBody().items : [];
          if (items.length > 0 && !bru.getVar("%1$s")) {
            bru.setVar("%1$s", items[items.length - 1].id);
          }
          """
          .formatted(Variables.madeBy(path));
    }
    String status = operation.path("responses").has("201") ? "201" : "202";
    if (!verb.equals("post") || !answer(status).has("id")) {
      return "";
    }
    String variable = status.equals("202") ? begun() : Variables.madeBy(path);
    return """
        if (res.getStatus() === %s) {
          bru.setVar("%s", res.getBody().id);
        }
        """
        .formatted(status, variable);
  }

  /** The variable of what is begun with 202: mostly a run. */
  private String begun() {
    if (path.endsWith("/use")) {
      return "use_id";
    }
    if (!path.startsWith("/api/webhooks/")) {
      return "run_id";
    }
    return path.matches(".*/(replay|test)")
        ? "delivery_id"
        : Variables.madeBy(path.replaceAll("/[{]id}/.*", ""));
  }

  /** Sessions and runs, which no request to the same path makes. */
  private boolean listsWhatNobodyMakes() {
    JsonNode paths = document.path("paths");
    return verb.equals("get")
        && !makes(paths.path(path).path("post"))
        && (paths.has(path + "/{id}")
            || paths.has(path + "/{id}/proof")
            || paths.has(path + "/{" + Variables.madeBy(path) + "}"))
        && answer("200").path("items").path(0).has("id");
  }

  private String docs() {
    StringBuilder docs = new StringBuilder(operation.path("summary").asText()).append(".");
    String more = operation.path("description").asText();
    if (!more.isEmpty()) {
      docs.append("\n\n").append(more);
    }
    docs.append("\n");
    operation
        .path("responses")
        .properties()
        .forEach(
            r ->
                docs.append("\n- " + r.getKey() + " ")
                    .append(r.getValue().path("description").asText()));
    return docs.toString();
  }

  private static Map<String, String> ordered(String... namesAndValues) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      pairs.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return pairs;
  }
}
