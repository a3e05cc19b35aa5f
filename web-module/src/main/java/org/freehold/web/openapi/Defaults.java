package org.freehold.web.openapi;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** What a record of fields makes of members that are absent, asked of the record itself. */
final class Defaults {
  private Defaults() {}

  /** By Java name; null values where there is no default. Empty for records with primitives. */
  static Map<String, Object> of(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    Map<String, Object> defaults = new HashMap<>();
    if (Arrays.stream(types).anyMatch(Class::isPrimitive)) {
      return defaults;
    }
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      Object empty = constructor.newInstance(new Object[types.length]);
      for (RecordComponent component : components) {
        component.getAccessor().setAccessible(true);
        defaults.put(component.getName(), component.getAccessor().invoke(empty));
      }
      return defaults;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("No empty " + type, e);
    }
  }
}
