package org.freehold.web.openapi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Operations as OpenAPI writes them. */
final class Operations {
  private final Schemas schemas;
  private final Examples examples;
  private final Parameters parameters;
  private final Problems problems = new Problems();

  Operations(Schemas schemas, Examples examples) {
    this.schemas = schemas;
    this.examples = examples;
    this.parameters = new Parameters(examples);
  }

  Map<String, Object> of(Shape shape) {
    Operation said = shape.operation();
    Map<String, Object> operation = Trees.of("operationId", shape.id(), "summary", said.summary());
    operation.put("tags", List.of(shape.area()));
    if (!said.permission().isEmpty()) {
      operation.put("description", "Needs the permission `" + said.permission() + "`.");
      operation.put("x-permission", said.permission());
    }
    boolean open = said.caller() == Operation.Caller.ANYBODY;
    operation.put("security", open ? List.of() : List.of(Trees.of("bearer", List.of())));
    operation.put("parameters", parameters.of(shape));
    if (shape.hasBody()) {
      operation.put("requestBody", requestBody(shape));
    }
    Map<String, Object> responses = Trees.of(Integer.toString(said.status()), answer(shape));
    for (int status : said.alsoAnswers()) {
      responses.put(Integer.toString(status), status == 304 ? notModified() : answer(shape));
    }
    responses.putAll(problems.responses(shape));
    operation.put("responses", responses);
    return operation;
  }

  private Map<String, Object> requestBody(Shape shape) {
    if (shape.operation().freeForm()) {
      Map<String, Object> any = Trees.of("schema", Trees.of("type", "object"));
      any.put("example", examples.ofOperation(shape.id()));
      return Trees.of("required", true, "content", Trees.of("application/json", any));
    }
    boolean patch = shape.takesPatch();
    Class<?> type = patch ? shape.operation().patches() : shape.body().orElseThrow();
    Map<String, Object> content = Trees.of();
    Map<String, Object> body =
        Trees.of("schema", schemas.of(type, patch ? Schemas.Use.PATCH : Schemas.Use.REQUEST));
    body.put("example", examples.of(type, patch));
    shape.consumes().forEach(media -> content.put(media, body));
    return Trees.of(
        "required",
        patch || !shape.consumes().contains("application/json") || anyRequired(type),
        "content",
        content);
  }

  /** A record of which every member may be absent may be absent as a whole. */
  private static boolean anyRequired(Class<?> type) {
    return !type.isRecord()
        || Arrays.stream(type.getRecordComponents())
            .anyMatch(
                component ->
                    component.getType().isPrimitive()
                        || Constraints.required(component.getAnnotatedType())
                        || Constraints.required(component));
  }

  private static Map<String, Object> notModified() {
    return Trees.of("description", "What the client has is what there is.");
  }

  private Map<String, Object> answer(Shape shape) {
    Map<String, Object> answer = Trees.of("description", shape.operation().summary());
    answer.put("headers", Headers.ofAnswer(shape));
    if (shape.operation().status() != 204) {
      Map<String, Object> content = new LinkedHashMap<>();
      shape.produces().forEach(type -> content.put(type, body(shape, type)));
      answer.put("content", content);
    }
    return answer;
  }

  private Map<String, Object> body(Shape shape, String mediaType) {
    Class<?> type = shape.operation().answers();
    boolean json = mediaType.endsWith("json") && !mediaType.endsWith("ndjson");
    if (type == void.class || !json) {
      return Trees.of("schema", Trees.of("type", json ? "object" : "string"));
    }
    Object one = examples.of(type, false);
    return shape.operation().paged()
        ? Trees.of("schema", schemas.page(type), "example", page(one))
        : Trees.of("schema", schemas.of(type, Schemas.Use.ANSWER), "example", one);
  }

  private static Map<String, Object> page(Object one) {
    return Trees.of("items", new ArrayList<>(List.of(one)), "next", null);
  }
}
