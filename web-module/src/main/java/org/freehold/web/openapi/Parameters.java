package org.freehold.web.openapi;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.freehold.platform.Text;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.releases.ReleaseId;

/** The parameters of an operation. */
final class Parameters {
  private final Examples examples;

  Parameters(Examples examples) {
    this.examples = examples;
  }

  /** Those that many operations take. */
  static Map<String, Object> components() {
    Map<String, Object> parameters = Trees.of();
    header(
        parameters,
        "X-Tenant-Slug",
        "Which tenant the request is for; the host name or the path /t/{slug} can say it too.",
        Trees.of("type", "string", "pattern", "^" + Text.SLUG + "$"));
    header(
        parameters,
        "Idempotency-Key",
        "Makes the request happen once: a repetition within 24 hours is answered alike.",
        Trees.of("type", "string", "minLength", 1, "maxLength", 255));
    header(
        parameters,
        "If-Match",
        "The ETag that was read, or a star; another version in between answers 412.",
        Trees.of("type", "string", "pattern", "^(\\*|\"[0-9]{1,18}\")$"));
    header(
        parameters,
        "X-Request-Id",
        "An id of the client's own for the request.",
        Trees.of("type", "string", "pattern", "^[A-Za-z0-9._:-]{1,128}$"));
    return parameters;
  }

  private static void header(
      Map<String, Object> parameters, String name, String text, Map<String, Object> schema) {
    parameters.put(
        name, Trees.of("name", name, "in", "header", "description", text, "schema", schema));
  }

  List<Object> of(Shape shape) {
    List<Object> parameters = new ArrayList<>();
    for (Parameter parameter : shape.method().getParameters()) {
      PathParam path = parameter.getAnnotation(PathParam.class);
      QueryParam query = parameter.getAnnotation(QueryParam.class);
      HeaderParam header = parameter.getAnnotation(HeaderParam.class);
      if (path != null) {
        parameters.add(inPath(path.value(), parameter.getType()));
      } else if (query != null) {
        parameters.add(inQuery(shape, query.value(), parameter.getType(), parameter));
      } else if (header != null && header.value().equals("Stripe-Signature")) {
        parameters.add(parameter(header.value(), "header", Scalars.of(String.class), true));
      } else if (header != null && header.value().equals("Last-Event-ID")) {
        parameters.add(parameter(header.value(), "header", Scalars.of(String.class), false));
      } else if (parameter.isAnnotationPresent(BeanParam.class)) {
        Stream.of(parameter.getType().getDeclaredFields())
            .filter(field -> field.isAnnotationPresent(QueryParam.class))
            .forEach(field -> parameters.add(ofField(shape, field)));
      }
    }
    if (shape.operation().caller() == Operation.Caller.PERMITTED
        || shape.id().equals("whoAmITell")) {
      parameters.add(Trees.reference("parameters", "X-Tenant-Slug"));
    }
    if (shape.idempotent()) {
      parameters.add(Trees.reference("parameters", "Idempotency-Key"));
    }
    if (shape.conditional()) {
      parameters.add(Trees.reference("parameters", "If-Match"));
    }
    parameters.add(Trees.reference("parameters", "X-Request-Id"));
    return parameters;
  }

  private Map<String, Object> ofField(Shape shape, Field field) {
    String name = field.getAnnotation(QueryParam.class).value();
    return inQuery(shape, name, field.getType(), field);
  }

  private Map<String, Object> inPath(String name, Class<?> type) {
    Map<String, Object> schema = Scalars.of(type);
    if (name.equals("slug")) {
      schema.put("pattern", "^" + Text.SLUG + "$");
    }
    if (type == ReleaseId.class) {
      // Its id, or what people call it.
      schema.remove("format");
      schema.put(
          "pattern",
          "^(rel_[0-9]{8}_[0-9]{4}(_[0-9]{1,6})?|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$");
    }
    return parameter(name, "path", schema, true);
  }

  private Map<String, Object> inQuery(
      Shape shape, String name, Class<?> type, AnnotatedElement element) {
    Map<String, Object> schema =
        switch (name) {
          case "limit" ->
              Trees.of("type", "integer", "minimum", 1, "maximum", PageRequest.MOST, "default", 50);
          case "sort" -> sort(shape);
          default -> {
            OneOf choices = element.getAnnotation(OneOf.class);
            yield Scalars.of(choices == null ? type : choices.value());
          }
        };
    Map<String, Object> parameter = parameter(name, "query", schema, false);
    if (name.equals("after")) {
      parameter.put("description", "The cursor of the page before: its next, unchanged.");
    }
    return parameter;
  }

  private Map<String, Object> parameter(
      String name, String place, Map<String, Object> schema, boolean required) {
    Map<String, Object> parameter = Trees.of("name", name, "in", place, "required", required);
    parameter.put("schema", schema);
    Object example = examples.ofParameter(name);
    if (example != null && !schema.containsKey("enum") && "string".equals(schema.get("type"))) {
      parameter.put("example", example);
    }
    return parameter;
  }

  private static Map<String, Object> sort(Shape shape) {
    List<String> names =
        Stream.of(shape.operation().sorts())
            .map(sort -> sort.replaceFirst("^-", ""))
            .distinct()
            .flatMap(sort -> Stream.of(sort, "-" + sort))
            .toList();
    if (names.isEmpty()) {
      throw new IllegalStateException(shape.method() + " says not what it sorts by");
    }
    return Trees.of("type", "string", "enum", names, "default", shape.operation().sorts()[0]);
  }
}
