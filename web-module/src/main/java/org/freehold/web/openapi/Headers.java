package org.freehold.web.openapi;

import java.util.Map;

/** The headers of answers. */
final class Headers {
  private Headers() {}

  static Map<String, Object> components() {
    Map<String, Object> headers = Trees.of();
    add(headers, "X-Request-Id", true, "The request's id: the client's own, or a new one.");
    add(headers, "ETag", true, "The version of the thing, for If-Match.");
    add(headers, "Location", true, "The path of the new thing.");
    add(headers, "Link", false, "The next page, rel=\"next\"; absent on the last.");
    add(
        headers,
        "RateLimit",
        true,
        "What is left of the limit, and in how many seconds it resets.");
    add(headers, "RateLimit-Policy", true, "The limit: requests (q) in seconds (w).");
    add(headers, "Retry-After", true, "Seconds to wait.");
    add(headers, "WWW-Authenticate", true, "Bearer.");
    add(headers, "Allow", true, "The methods that the path takes.");
    return headers;
  }

  private static void add(
      Map<String, Object> headers, String name, boolean always, String description) {
    Map<String, Object> header = Trees.of("description", description, "required", always);
    header.put("schema", Trees.of("type", "string"));
    headers.put(name, header);
  }

  static Map<String, Object> ofAnswer(Shape shape) {
    Map<String, Object> headers = common(shape.limited());
    if (shape.versioned() || shape.resource() == OpenApiResource.class) {
      refer(headers, "ETag");
    }
    if (shape.operation().status() == 201) {
      refer(headers, "Location");
    }
    if (shape.operation().paged()
        && !shape.operation().answers().getSimpleName().startsWith("Session")) {
      refer(headers, "Link");
    }
    return headers;
  }

  static Map<String, Object> ofProblem(boolean limited, int status) {
    Map<String, Object> headers = common(limited);
    if (status == 401) {
      refer(headers, "WWW-Authenticate");
    } else if (status == 429) {
      refer(headers, "Retry-After");
    }
    return headers;
  }

  /** Of every answer of a path that is limited or not. */
  static Map<String, Object> common(boolean limited) {
    Map<String, Object> headers = Trees.of();
    refer(headers, "X-Request-Id");
    if (limited) {
      refer(headers, "RateLimit");
      refer(headers, "RateLimit-Policy");
    }
    return headers;
  }

  private static void refer(Map<String, Object> headers, String name) {
    headers.put(name, Trees.reference("headers", name));
  }
}
