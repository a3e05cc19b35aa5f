package org.freehold.platform.json;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.lang.reflect.InvocationTargetException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.freehold.platform.EntityId;
import org.freehold.platform.Problem.Fault;

/** Reads single JSON values: strings, numbers, booleans, ids, dates, times and enums. */
final class Scalars {
  /**
   * What a value must be, in words, and how to read it; an IllegalArgumentException or
   * DateTimeException is a fault.
   */
  private record Reading(String expected, Function<JsonValue, Object> read) {}

  private static final Map<Class<?>, Reading> READINGS =
      Map.ofEntries(
          Map.entry(
              String.class,
              new Reading("a string of Unicode characters other than NUL", Scalars::text)),
          Map.entry(Boolean.class, new Reading("true or false", Scalars::bool)),
          Map.entry(boolean.class, new Reading("true or false", Scalars::bool)),
          Map.entry(
              Integer.class, new Reading("a whole number", json -> exact(json).intValueExact())),
          Map.entry(int.class, new Reading("a whole number", json -> exact(json).intValueExact())),
          Map.entry(
              Long.class, new Reading("a whole number", json -> exact(json).longValueExact())),
          Map.entry(
              long.class, new Reading("a whole number", json -> exact(json).longValueExact())),
          Map.entry(
              BigDecimal.class,
              new Reading("a number, or a string with a decimal number", Scalars::decimal)),
          Map.entry(UUID.class, new Reading("a UUID", json -> WireForms.uuid(text(json)))),
          Map.entry(
              LocalDate.class,
              new Reading("a date like 2026-01-31", json -> WireForms.date(text(json)))),
          Map.entry(
              Instant.class,
              new Reading(
                  "a time in UTC like 2026-01-31T12:00:00Z",
                  json -> WireForms.instant(text(json)))),
          Map.entry(JsonValue.class, new Reading("a value", json -> json)));

  private Scalars() {}

  static boolean reads(Class<?> type) {
    return READINGS.containsKey(type) || EntityId.class.isAssignableFrom(type) || type.isEnum();
  }

  static Object read(Class<?> type, JsonValue json, String pointer, List<Fault> faults) {
    if (type.isEnum()) {
      return readEnum(type, json, pointer, faults);
    }
    Reading reading = EntityId.class.isAssignableFrom(type) ? idOf(type) : READINGS.get(type);
    if (reading == null) {
      throw new IllegalStateException("No reading for " + type);
    }
    try {
      return reading.read().apply(json);
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      faults.add(new Fault(pointer, "type", "This must be " + reading.expected() + "."));
      return null;
    }
  }

  private static Object readEnum(
      Class<?> type, JsonValue json, String pointer, List<Fault> faults) {
    for (Object constant : type.getEnumConstants()) {
      if (json instanceof JsonString text
          && WireNames.of((Enum<?>) constant).equals(text.getString())) {
        return constant;
      }
    }
    List<String> names =
        java.util.Arrays.stream(type.getEnumConstants())
            .map(c -> WireNames.of((Enum<?>) c))
            .toList();
    faults.add(
        new Fault(pointer, "value", "This must be one of " + String.join(", ", names) + "."));
    return null;
  }

  private static Reading idOf(Class<?> type) {
    return new Reading("a UUID", json -> newId(type, WireForms.uuid(text(json))));
  }

  private static Object newId(Class<?> type, UUID value) {
    try {
      return type.getDeclaredConstructor(UUID.class).newInstance(value);
    } catch (NoSuchMethodException
        | InstantiationException
        | IllegalAccessException
        | InvocationTargetException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(JsonValue json) {
    if (json instanceof JsonString text && WireForms.isStorable(text.getString())) {
      return text.getString();
    }
    throw new IllegalArgumentException("no text");
  }

  private static Boolean bool(JsonValue json) {
    if (json == JsonValue.TRUE || json == JsonValue.FALSE) {
      return json == JsonValue.TRUE;
    }
    throw new IllegalArgumentException("no boolean");
  }

  private static BigDecimal exact(JsonValue json) {
    if (json instanceof JsonNumber number) {
      return bounded(number.bigDecimalValue());
    }
    throw new IllegalArgumentException("no number");
  }

  private static BigDecimal decimal(JsonValue json) {
    return json instanceof JsonNumber ? exact(json) : bounded(new BigDecimal(text(json)));
  }

  /** 1e999999999 would cost gigabytes when written out. */
  private static BigDecimal bounded(BigDecimal number) {
    if (number.precision() > 40 || Math.abs(number.scale()) > 40) {
      throw new IllegalArgumentException("too long");
    }
    return number;
  }
}
