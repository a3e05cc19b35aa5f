package org.freehold.engine.flags;

/**
 * What a flag is for a context. Made when flags are compiled, so that telling it allocates nothing.
 *
 * @param variant null when there is no such flag, like the type and the value
 * @param value a Boolean, a String, a Number or a Map
 * @param rule the id of the rule that decided; null when none did
 */
public record Evaluation(
    String flag, ValueType type, String variant, Object value, Reason reason, String rule) {
  /** Of a flag that is not there. */
  static Evaluation notFound(String flag) {
    return new Evaluation(flag, null, null, null, Reason.ERROR, null);
  }

  /** Whether there is such a flag. */
  public boolean found() {
    return reason != Reason.ERROR;
  }
}
