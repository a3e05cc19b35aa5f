package org.freehold.platform;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import org.freehold.platform.json.JsonText;

/**
 * Something that comes with a plan or does not, and that is not counted.
 *
 * @param name on the wire, as {@code custom_domains}
 * @param choices from the least to the most; none but for a choice
 */
public record Entitlement(String name, Type type, List<String> choices, String description) {
  private static final int LONGEST = 200;

  /** What values it has. */
  public enum Type {
    BOOLEAN,
    INTEGER,
    STRING,
    CHOICE
  }

  public static Entitlement ofBoolean(String name, String description) {
    return new Entitlement(name, Type.BOOLEAN, List.of(), description);
  }

  /** A whole number from 0. */
  public static Entitlement ofInteger(String name, String description) {
    return new Entitlement(name, Type.INTEGER, List.of(), description);
  }

  public static Entitlement ofString(String name, String description) {
    return new Entitlement(name, Type.STRING, List.of(), description);
  }

  /** With its choices from the least to the most. */
  public static Entitlement ofChoice(String name, String description, String... choices) {
    return new Entitlement(name, Type.CHOICE, List.of(choices), description);
  }

  /** Of whoever was given none. */
  public JsonValue least() {
    return switch (type) {
      case BOOLEAN -> JsonValue.FALSE;
      case INTEGER -> JsonText.PROVIDER.createValue(0);
      case STRING -> JsonText.PROVIDER.createValue("");
      case CHOICE -> JsonText.PROVIDER.createValue(choices.get(0));
    };
  }

  public boolean accepts(JsonValue value) {
    return switch (type) {
      case BOOLEAN -> value == JsonValue.TRUE || value == JsonValue.FALSE;
      case INTEGER -> value instanceof JsonNumber number && isWhole(number);
      case STRING -> value instanceof JsonString text && text.getString().length() <= LONGEST;
      case CHOICE -> value instanceof JsonString text && choices.contains(text.getString());
    };
  }

  private static boolean isWhole(JsonNumber number) {
    return number.isIntegral()
        && number.bigIntegerValue().signum() >= 0
        && number.bigIntegerValue().bitLength() < Integer.SIZE;
  }

  /** What {@link #accepts}, in words. */
  public String expected() {
    return switch (type) {
      case BOOLEAN -> "true or false";
      case INTEGER -> "a whole number from 0";
      case STRING -> "a string of at most " + LONGEST + " characters";
      case CHOICE -> "one of " + String.join(", ", choices);
    };
  }

  /**
   * Whether the value is enough: {@code true} of a boolean; of a choice that one or one behind it.
   *
   * @param atLeast a choice; empty for a boolean
   */
  public boolean suffices(JsonValue value, String atLeast) {
    return switch (type) {
      case BOOLEAN -> value == JsonValue.TRUE;
      case CHOICE -> choices.indexOf(((JsonString) value).getString()) >= choices.indexOf(atLeast);
      case INTEGER, STRING ->
          throw new IllegalStateException(name + " has values that nobody can require");
    };
  }
}
