package org.freehold.engine.access.condition;

import java.util.UUID;

/**
 * One comparison, compiled. A value that is missing or of another type is {@link Truth#UNKNOWN};
 * nothing here allocates.
 */
public abstract sealed class ValueTest
    permits ValueTests.Exists,
        ValueTests.OneOf,
        ValueTests.Flag,
        ValueTests.Affix,
        ValueTests.Level,
        ValueTests.Numeric,
        ValueTests.Sets,
        ValueTests.Networks,
        ValueTests.Windows {

  /** Of a string, id, flag, set, address, instant or boxed number; null when it is missing. */
  public abstract Truth on(Object value);

  /** Of a number; not-a-number when it is missing. */
  public Truth on(double value) {
    return Truth.UNKNOWN;
  }

  /** The test must be without findings; throws {@link IllegalArgumentException} otherwise. */
  public static ValueTest of(Attribute attribute, Condition.Test test) {
    return ValueTests.of(attribute, test);
  }

  /** Ids are compared as UUIDs where they are, so that writing them in capitals changes nothing. */
  public static Object id(String text) {
    if (text.length() != 36) {
      return text;
    }
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException someOtherId) {
      return text;
    }
  }
}
