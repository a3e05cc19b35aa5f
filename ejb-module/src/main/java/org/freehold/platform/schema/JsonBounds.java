package org.freehold.platform.schema;

import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.freehold.platform.Problem.Fault;

/** How long a number or text may be before anything reckons with it. */
public final class JsonBounds {
  private static final int DIGITS = 40;

  private final int longest;
  private final List<Fault> faults = new ArrayList<>();

  private JsonBounds(int longest) {
    this.longest = longest;
  }

  /** What is too long, each at its place; texts may have so many characters. */
  public static List<Fault> faults(JsonValue value, int longest) {
    JsonBounds bounds = new JsonBounds(longest);
    bounds.look("", value);
    return bounds.faults;
  }

  private void look(String place, JsonValue value) {
    switch (value.getValueType()) {
      case OBJECT -> {
        for (Map.Entry<String, JsonValue> member : value.asJsonObject().entrySet()) {
          look(place + "/" + JsonSchemas.escaped(member.getKey()), member.getValue());
        }
      }
      case ARRAY -> {
        for (int i = 0; i < value.asJsonArray().size(); i++) {
          look(place + "/" + i, value.asJsonArray().get(i));
        }
      }
      case NUMBER -> {
        BigDecimal number = ((JsonNumber) value).bigDecimalValue();
        // In long: the scale may be the smallest int, which has no positive counterpart.
        if (number.precision() > DIGITS || Math.abs((long) number.scale()) > DIGITS) {
          faults.add(
              new Fault(place, "type", "This must be a number of at most " + DIGITS + " digits."));
        }
      }
      case STRING -> {
        if (((JsonString) value).getString().length() > longest) {
          faults.add(
              new Fault(place, "max_length", "This has more than " + longest + " characters."));
        }
      }
      default -> {
        // Nothing to measure.
      }
    }
  }
}
