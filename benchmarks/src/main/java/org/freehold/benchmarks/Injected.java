package org.freehold.benchmarks;

import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.util.Arrays;

/** Does for a bean what the container would: each field to inject gets the value that fits it. */
final class Injected {
  private Injected() {}

  static <T> T with(T bean, Object... values) {
    for (Field field : bean.getClass().getDeclaredFields()) {
      if (field.isAnnotationPresent(Inject.class)) {
        set(bean, field, values);
      }
    }
    return bean;
  }

  private static void set(Object bean, Field field, Object... values) {
    Object fitting =
        Arrays.stream(values)
            .filter(field.getType()::isInstance)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("Nothing fits " + field));
    field.setAccessible(true);
    try {
      field.set(bean, fitting);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
