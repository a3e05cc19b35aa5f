package org.freehold.platform.json;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How Java names look on the wire: components in snake_case, enum constants in lower case. */
public final class WireNames {
  private static final ClassValue<Constants> CONSTANTS =
      new ClassValue<>() {
        @Override
        protected Constants computeValue(Class<?> type) {
          return new Constants((Enum<?>[]) type.getEnumConstants());
        }
      };

  /**
   * The constants of a type by their names and the other way round, found once: lists ask often.
   */
  private static final class Constants {
    private final String[] names;
    private final Map<String, Enum<?>> byName = new HashMap<>();

    Constants(Enum<?>[] all) {
      names = new String[all.length];
      for (Enum<?> constant : all) {
        String name =
            constant instanceof WireNamed named
                ? named.wireName()
                : constant.name().toLowerCase(Locale.ROOT);
        names[constant.ordinal()] = name;
        byName.putIfAbsent(name, constant);
      }
    }
  }

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
    return CONSTANTS.get(constant.getDeclaringClass()).names[constant.ordinal()];
  }

  public static List<String> of(Class<? extends Enum<?>> type) {
    return Arrays.stream(type.getEnumConstants()).map(WireNames::of).toList();
  }

  public static <E extends Enum<E>> Optional<E> constant(Class<E> type, String wireName) {
    return Optional.ofNullable(CONSTANTS.get(type).byName.get(wireName)).map(type::cast);
  }
}
