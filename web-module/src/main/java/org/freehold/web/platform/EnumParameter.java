package org.freehold.web.platform;

import java.util.List;
import org.freehold.platform.Invalid;
import org.freehold.platform.json.WireNames;

/** Checks query parameters that take one of a few names. */
public final class EnumParameter {
  private EnumParameter() {}

  /** The value as it came, or null; {@link Invalid} naming the choices when it is none of them. */
  public static String check(Class<? extends Enum<?>> type, String name, String value) {
    List<String> choices = WireNames.of(type);
    if (value != null && !choices.contains(value)) {
      throw Invalid.at(name, "value", name + " must be one of " + String.join(", ", choices) + ".");
    }
    return value;
  }
}
