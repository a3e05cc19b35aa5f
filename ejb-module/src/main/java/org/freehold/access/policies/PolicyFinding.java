package org.freehold.access.policies;

/**
 * Something about a policy that its author should know.
 *
 * @param pointer JSON pointer (RFC 6901) into the policy
 * @param level an error keeps it from being saved
 */
public record PolicyFinding(String pointer, String code, Level level, String detail) {
  /** How grave it is. */
  public enum Level {
    ERROR,
    WARNING
  }

  public static PolicyFinding error(String pointer, String code, String detail) {
    return new PolicyFinding(pointer, code, Level.ERROR, detail);
  }

  public static PolicyFinding warning(String pointer, String code, String detail) {
    return new PolicyFinding(pointer, code, Level.WARNING, detail);
  }
}
