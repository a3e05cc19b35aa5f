package org.freehold.web.openapi;

import jakarta.json.JsonObject;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.freehold.platform.json.JsonText;

/** Makes the OpenAPI 3.1 document of the resources in a folder of classes. */
public final class OpenApiDocument {
  private final Examples examples = new Examples();
  private final Schemas schemas = new Schemas(examples);
  private final Operations operations = new Operations(schemas, examples);
  private final Map<String, Map<String, Object>> paths = new TreeMap<>();
  private final List<String> areas = new ArrayList<>();

  private OpenApiDocument() {}

  /** Takes the folder of classes and the file to write. */
  public static void main(String[] arguments) throws IOException {
    java.nio.file.Path file = java.nio.file.Path.of(arguments[1]);
    Files.createDirectories(file.getParent());
    Files.writeString(file, of(resources(java.nio.file.Path.of(arguments[0]))));
  }

  /** The document as JSON. */
  static String of(List<Class<?>> resources) {
    OpenApiDocument document = new OpenApiDocument();
    resources.forEach(document::add);
    return JsonText.of(document.tree());
  }

  /** The classes with a path, by name. */
  static List<Class<?>> resources(java.nio.file.Path classes) throws IOException {
    try (Stream<java.nio.file.Path> files = Files.walk(classes)) {
      return files
          .map(file -> classes.relativize(file).toString())
          .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
          .<Class<?>>map(name -> load(name.replaceAll("\\.class$", "").replaceAll("[/\\\\]", ".")))
          .filter(type -> type.isAnnotationPresent(Path.class))
          .sorted(Comparator.comparing(Class::getName))
          .toList();
    }
  }

  private static Class<?> load(String name) {
    try {
      return Class.forName(name, false, OpenApiDocument.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private void add(Class<?> resource) {
    Method[] methods = resource.getDeclaredMethods();
    Arrays.sort(methods, Comparator.comparing(Method::getName));
    for (Method method : methods) {
      if (Shape.verb(method).isPresent()) {
        Shape shape = Shape.of(resource, method);
        if (!areas.contains(shape.area())) {
          areas.add(shape.area());
        }
        paths
            .computeIfAbsent(shape.path(), path -> Trees.of())
            .put(shape.verb().toLowerCase(java.util.Locale.ROOT), operations.of(shape));
      }
    }
  }

  private Map<String, Object> tree() {
    JsonObject fixed = Resources.read("document.json");
    Map<String, Object> tree = Trees.of("openapi", "3.1.0", "info", fixed.get("info"));
    tree.put("servers", List.of(Trees.of("url", "/")));
    tree.put("tags", areas.stream().sorted().map(area -> Trees.of("name", area)).toList());
    Map<String, Object> all = new TreeMap<>(paths);
    for (JsonObject written :
        List.of(fixed, Resources.read("authzen.json"), Resources.read("ofrep.json"))) {
      all.putAll(new WrittenPaths().of(written.getJsonObject("paths")));
      schemas.components().putAll(written.getJsonObject("schemas"));
    }
    tree.put("paths", all);
    tree.put(
        "components",
        Trees.of(
            "securitySchemes", fixed.get("securitySchemes"),
            "parameters", Parameters.components(),
            "headers", Headers.components(),
            "examples", new Problems().examples(),
            "schemas", schemas.components()));
    return tree;
  }
}
