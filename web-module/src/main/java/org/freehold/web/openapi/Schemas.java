package org.freehold.web.openapi;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.freehold.platform.EntityId;
import org.freehold.platform.Secret;
import org.freehold.platform.Versioned;
import org.freehold.platform.json.WireNames;

/** The schemas of records, as the one reader takes them and the one writer writes them. */
final class Schemas {
  /** Which way a record goes. */
  enum Use {
    REQUEST,
    PATCH,
    ANSWER
  }

  private final Map<String, Object> components = new TreeMap<>();
  private final Examples examples;

  Schemas(Examples examples) {
    this.examples = examples;
  }

  Map<String, Object> components() {
    return components;
  }

  /** A reference to the schema of the record, which is made when it is not there yet. */
  Map<String, Object> of(Class<?> type, Use use) {
    String name = name(type, use);
    if (!components.containsKey(name)) {
      components.put(name, Map.of());
      components.put(name, record(type, use));
    }
    return Trees.reference("schemas", name);
  }

  Map<String, Object> page(Class<?> type) {
    String name = name(type, Use.ANSWER) + "Page";
    Map<String, Object> items = Trees.of("type", "array", "items", of(type, Use.ANSWER));
    items.put("maxItems", 200);
    Map<String, Object> next =
        Trees.of(
            "type",
            List.of("string", "null"),
            "description",
            "The cursor of the next page, for the parameter after; null on the last page.");
    Map<String, Object> schema =
        Trees.of("type", "object", "required", List.of("items", "next"), "properties", null);
    schema.put("properties", Trees.of("items", items, "next", next));
    schema.put(
        "examples", List.of(Trees.of("items", List.of(examples.of(type, false)), "next", null)));
    components.put(name, schema);
    return Trees.reference("schemas", name);
  }

  private static String name(Class<?> type, Use use) {
    String owner = type.getEnclosingClass() == null ? "" : type.getEnclosingClass().getSimpleName();
    String name = owner.replaceAll("Resource$", "") + type.getSimpleName();
    return switch (use) {
      case ANSWER -> name;
      case PATCH -> name + "Patch";
      case REQUEST -> name.endsWith("Fields") ? name : name + "Input";
    };
  }

  private Map<String, Object> record(Class<?> type, Use use) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    Map<String, Object> defaults = use == Use.REQUEST ? Defaults.of(type) : Map.of();
    for (RecordComponent component : type.getRecordComponents()) {
      if (Versioned.class.isAssignableFrom(type) && component.getName().equals("version")) {
        continue;
      }
      boolean must = must(type, component, use);
      boolean nullable =
          use == Use.ANSWER ? Nullability.inAnswer(type, component) : !must && !needed(component);
      Map<String, Object> schema = value(component.getAnnotatedType(), use);
      if (component.isAnnotationPresent(Secret.class) && use != Use.ANSWER) {
        schema.put("format", "password");
      }
      Object standard = defaults.get(component.getName());
      if (standard != null) {
        schema.put("default", plain(standard));
      }
      String name = WireNames.of(component);
      properties.put(name, nullable ? orNull(schema) : schema);
      if (must) {
        required.add(name);
      }
    }
    return object(properties, required, use, examples.of(type, use == Use.PATCH));
  }

  private static boolean must(Class<?> type, RecordComponent component, Use use) {
    return switch (use) {
      case ANSWER -> !Nullability.mayBeAbsent(type, component);
      case PATCH -> false;
      case REQUEST -> needed(component);
    };
  }

  private static boolean needed(RecordComponent component) {
    return component.getType().isPrimitive() || Constraints.required(component.getAnnotatedType());
  }

  private static Map<String, Object> object(
      Map<String, Object> properties, List<String> required, Use use, Object example) {
    Map<String, Object> schema = Trees.of("type", "object");
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    schema.put("properties", properties);
    if (use != Use.ANSWER) {
      schema.put("additionalProperties", false);
    }
    schema.put("examples", List.of(example));
    return schema;
  }

  private Map<String, Object> value(AnnotatedType type, Use use) {
    Map<String, Object> schema = unconstrained(type, use);
    if (use != Use.ANSWER) {
      Constraints.add(schema, type);
    }
    return Scalars.withText(schema, use);
  }

  private Map<String, Object> unconstrained(AnnotatedType annotated, Use use) {
    Type type = annotated.getType();
    if (annotated instanceof AnnotatedParameterizedType generic
        && type instanceof ParameterizedType raw) {
      AnnotatedType[] arguments = generic.getAnnotatedActualTypeArguments();
      return raw.getRawType() == Map.class
          ? map(arguments, use)
          : Trees.of("type", "array", "items", value(arguments[0], use));
    }
    Class<?> plain = (Class<?>) type;
    if (plain.isRecord() && !EntityId.class.isAssignableFrom(plain)) {
      return new LinkedHashMap<>(of(plain, use == Use.PATCH ? Use.REQUEST : use));
    }
    return Scalars.of(plain);
  }

  private Map<String, Object> map(AnnotatedType[] arguments, Use use) {
    Map<String, Object> schema = Trees.of("type", "object");
    Map<String, Object> names = new LinkedHashMap<>();
    if (use != Use.ANSWER) {
      Constraints.add(names, arguments[0]);
    }
    if (!names.isEmpty()) {
      schema.put("propertyNames", names);
    }
    schema.put("additionalProperties", value(arguments[1], use));
    return schema;
  }

  private static Object plain(Object value) {
    return value instanceof Collection<?> list ? List.copyOf(list) : value;
  }

  /** The same, or null. */
  static Map<String, Object> orNull(Map<String, Object> schema) {
    Object type = schema.get("type");
    if (schema.isEmpty()) {
      return schema;
    }
    if (!(type instanceof String only)) {
      return Trees.of("anyOf", List.of(schema, Trees.of("type", "null")));
    }
    schema.put("type", List.of(only, "null"));
    if (schema.get("enum") instanceof Collection<?> choices) {
      List<Object> wider = new ArrayList<>(choices);
      wider.add(null);
      schema.put("enum", wider);
    }
    return schema;
  }
}
