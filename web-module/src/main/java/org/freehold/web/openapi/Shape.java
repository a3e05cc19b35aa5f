package org.freehold.web.openapi;

import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.freehold.platform.Versioned;

/** What the annotations and parameters of a resource method say of its operation. */
record Shape(Class<?> resource, Method method, Operation operation) {
  private static final List<String> UNLIMITED =
      List.of("/api/health/liveness", "/api/health/readiness");

  static Shape of(Class<?> resource, Method method) {
    Operation operation = method.getAnnotation(Operation.class);
    if (operation == null) {
      throw new IllegalStateException(method + " says nothing with @Operation");
    }
    if (operation.caller() == Operation.Caller.PERMITTED && operation.permission().isEmpty()) {
      throw new IllegalStateException(method + " names no permission");
    }
    return new Shape(resource, method, operation);
  }

  /** GET, POST and so on; empty for methods that are none of the API's. */
  static Optional<String> verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .filter(java.util.Objects::nonNull)
        .map(HttpMethod::value)
        .findFirst();
  }

  String verb() {
    return verb(method).orElseThrow();
  }

  String path() {
    Path tail = method.getAnnotation(Path.class);
    String path = "/api/" + resource.getAnnotation(Path.class).value();
    // What a parameter may look like is for the server to know.
    return tail == null ? path : path + "/" + tail.value().replaceAll("\\{(\\w+):[^}]+}", "{$1}");
  }

  String area() {
    return resource.getAnnotation(Area.class).value();
  }

  String id() {
    String start = resource.getSimpleName().replaceAll("Resource$", "");
    String name = method.getName();
    return Character.toLowerCase(start.charAt(0))
        + start.substring(1)
        + Character.toUpperCase(name.charAt(0))
        + name.substring(1);
  }

  boolean writes() {
    return !verb().equals("GET") && !verb().equals("HEAD");
  }

  boolean limited() {
    return !UNLIMITED.contains(path());
  }

  boolean idempotent() {
    return verb().equals("POST") && operation.caller() == Operation.Caller.PERMITTED;
  }

  boolean conditional() {
    return Arrays.stream(method.getParameters())
        .map(parameter -> parameter.getAnnotation(HeaderParam.class))
        .anyMatch(header -> header != null && header.value().equals("If-Match"));
  }

  boolean versioned() {
    return Versioned.class.isAssignableFrom(operation.answers()) && !operation.paged();
  }

  boolean hasBody() {
    return body().isPresent() || operation.patches() != void.class || operation.freeForm();
  }

  /** The record in the body of the request, or of its parts. */
  Optional<Class<?>> body() {
    if (operation.form() != void.class) {
      return Optional.of(operation.form());
    }
    return Arrays.stream(method.getParameters())
        .filter(parameter -> parameter.getType().isRecord())
        .filter(parameter -> !isParameter(parameter.getAnnotations()))
        .<Class<?>>map(java.lang.reflect.Parameter::getType)
        .findFirst();
  }

  boolean takesPatch() {
    return !operation.freeForm()
        && Stream.of(method.getParameterTypes()).anyMatch(type -> type == JsonObject.class);
  }

  private static boolean isParameter(Annotation[] annotations) {
    return Arrays.stream(annotations)
        .map(Annotation::annotationType)
        .anyMatch(
            type -> type == BeanParam.class || type.getPackage().getName().equals("jakarta.ws.rs"));
  }

  List<String> consumes() {
    Consumes consumes = method.getAnnotation(Consumes.class);
    return consumes == null ? List.of("application/json") : List.of(consumes.value());
  }

  /** The types of the body; the first is the usual one. */
  List<String> produces() {
    Produces own = method.getAnnotation(Produces.class);
    Produces produces = own == null ? resource.getAnnotation(Produces.class) : own;
    return Arrays.stream(produces.value()).map(type -> type.replaceAll(";.*", "")).toList();
  }
}
