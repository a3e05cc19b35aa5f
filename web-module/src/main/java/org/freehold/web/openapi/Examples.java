package org.freehold.web.openapi;

import jakarta.json.JsonObject;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.freehold.platform.EntityId;
import org.freehold.platform.Versioned;
import org.freehold.platform.json.WireNames;

/**
 * Examples of records, put together from the values in {@code examples.json}: those of the record
 * first, then those that suit any record. A member without a value fails the build.
 */
final class Examples {
  private static final String ANY = "*";

  private final JsonObject values = Resources.read("examples.json");

  /** The patch of a record is an example of its own. */
  Object of(Class<?> type, boolean patch) {
    if (patch) {
      return values.getJsonObject(type.getSimpleName() + "Patch");
    }
    Map<String, Object> example = new LinkedHashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String name = WireNames.of(component);
      if (!(Versioned.class.isAssignableFrom(type) && name.equals("version"))) {
        example.put(name, value(type, name, component.getGenericType()));
      }
    }
    return example;
  }

  /** The body of an operation that takes any object. */
  Object ofOperation(String id) {
    return values.getJsonObject(id);
  }

  /** The value of a parameter. */
  Object ofParameter(String name) {
    return values.getJsonObject(ANY).get(name);
  }

  private Object value(Class<?> owner, String name, Type type) {
    JsonObject own = values.getJsonObject(owner.getSimpleName());
    JsonObject any = values.getJsonObject(ANY);
    if (own != null && own.containsKey(name)) {
      return own.get(name);
    }
    if (nested(type)) {
      return of((Class<?>) type, false);
    }
    if (type instanceof ParameterizedType list
        && list.getRawType() == List.class
        && nested(list.getActualTypeArguments()[0])) {
      return List.of(of((Class<?>) list.getActualTypeArguments()[0], false));
    }
    if (!any.containsKey(name)) {
      throw new IllegalStateException("No example of " + owner.getSimpleName() + "." + name);
    }
    return any.get(name);
  }

  private static boolean nested(Type type) {
    return type instanceof Class<?> plain
        && plain.isRecord()
        && !EntityId.class.isAssignableFrom(plain);
  }
}
