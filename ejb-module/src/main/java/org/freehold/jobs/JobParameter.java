package org.freehold.jobs;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.regex.Pattern;
import org.freehold.platform.Invalid;
import org.freehold.platform.json.JsonText;

/**
 * One parameter of a job.
 *
 * @param name in snake_case
 * @param defaultValue null: none
 * @param minimum of an integer, or of the length of a text
 * @param maximum likewise
 * @param pattern that a text must match, or null
 */
public record JobParameter(
    String name,
    Type type,
    boolean required,
    JsonValue defaultValue,
    long minimum,
    long maximum,
    String pattern,
    String description) {
  /** The forms that a value may have. */
  public enum Type {
    STRING,
    INTEGER,
    BOOLEAN
  }

  public static JobParameter integer(
      String name, Long defaultValue, long minimum, long maximum, String description) {
    JsonValue value = defaultValue == null ? null : JsonText.PROVIDER.createValue(defaultValue);
    return new JobParameter(
        name, Type.INTEGER, value == null, value, minimum, maximum, null, description);
  }

  /** A text that must be given. */
  public static JobParameter text(String name, String pattern, long maximum, String description) {
    return new JobParameter(name, Type.STRING, true, null, 1, maximum, pattern, description);
  }

  /** A text that may be left out. */
  public static JobParameter optionalText(
      String name, String pattern, long maximum, String description) {
    return new JobParameter(name, Type.STRING, false, null, 1, maximum, pattern, description);
  }

  public static JobParameter flag(String name, boolean defaultValue, String description) {
    JsonValue value = defaultValue ? JsonValue.TRUE : JsonValue.FALSE;
    return new JobParameter(name, Type.BOOLEAN, false, value, 0, 0, null, description);
  }

  /** The value to run with; {@link Invalid} at its place when it is not as declared. */
  public JsonValue checked(JsonValue given) {
    JsonValue value = given == null || given == JsonValue.NULL ? defaultValue : given;
    if (value == null) {
      if (required) {
        throw refused("required", "The job needs " + name + ": " + description);
      }
      return null;
    }
    switch (type) {
      case INTEGER -> checkNumber(value);
      case STRING -> checkText(value);
      default -> checkFlag(value);
    }
    return value;
  }

  private void checkNumber(JsonValue value) {
    boolean fits =
        value instanceof JsonNumber number
            && number.isIntegral()
            && number.bigDecimalValue().precision() <= 18
            && number.longValue() >= minimum
            && number.longValue() <= maximum;
    if (!fits) {
      throw refused(
          "range", "This must be a whole number from " + minimum + " to " + maximum + ".");
    }
  }

  private void checkText(JsonValue value) {
    boolean fits =
        value instanceof JsonString text
            && text.getString().length() >= minimum
            && text.getString().length() <= maximum
            && (pattern == null || Pattern.matches(pattern, text.getString()));
    if (!fits) {
      String form = pattern == null ? "" : " of the form " + pattern;
      throw refused(
          "format", "This must be a text of at most " + maximum + " characters" + form + ".");
    }
  }

  private void checkFlag(JsonValue value) {
    if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
      throw refused("type", "This must be true or false.");
    }
  }

  private Invalid refused(String code, String detail) {
    return Invalid.at("/parameters/" + name, code, detail);
  }
}
