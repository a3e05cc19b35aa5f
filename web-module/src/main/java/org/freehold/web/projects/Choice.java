package org.freehold.web.projects;

import org.freehold.platform.json.WireNames;
import org.freehold.web.platform.EnumParameter;

/** Reads a query parameter that takes one of a few names. */
final class Choice {
  private Choice() {}

  /** Null when the parameter is absent. */
  static <E extends Enum<E>> E of(Class<E> type, String name, String value) {
    return WireNames.constant(type, EnumParameter.check(type, name, value)).orElse(null);
  }
}
