package org.freehold.platform.json;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How Java names look on the wire: components in snake_case, enum constants in lower case. */
public final class WireNames {
  private WireNames() {}

  /** {@code ownerId} → {@code owner_id}. */
  public static String of(String javaName) {
    StringBuilder wire = new StringBuilder(javaName.length() + 4);
    for (char c : javaName.toCharArray()) {
      if (Character.isUpperCase(c)) {
        wire.append('_').append(Character.toLowerCase(c));
      } else {
        wire.append(c);
      }
    }
    return wire.toString();
  }

  /** As {@link WireName} says, or in snake_case like all others. */
  public static String of(RecordComponent component) {
    WireName own = component.getAnnotation(WireName.class);
    return own == null ? of(component.getName()) : own.value();
  }

  public static String of(Enum<?> constant) {
    return constant instanceof WireNamed named
        ? named.wireName()
        : constant.name().toLowerCase(Locale.ROOT);
  }

  public static List<String> of(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(WireNames::of).toList();
  }

  public static <E extends Enum<E>> Optional<E> constant(Class<E> type, String wireName) {
    return Arrays.stream(type.getEnumConstants())
        .filter(constant -> of(constant).equals(wireName))
        .findFirst();
  }
}
