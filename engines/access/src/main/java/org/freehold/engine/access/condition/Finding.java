package org.freehold.engine.access.condition;

/**
 * Something about a condition that its author should know.
 *
 * @param pointer JSON pointer (RFC 6901) into the condition; empty for the whole
 * @param detail the attribute, operator, value or limit that it is about
 */
public record Finding(Code code, String pointer, String detail) {

  /** What it is; everything but {@link #BRANCH_NEVER_MATCHES} keeps a policy from being saved. */
  public enum Code {
    TOO_DEEP,
    TOO_MANY_NODES,
    TOO_MANY_VALUES,
    TOO_LONG,
    /** {@code all} or {@code any} of nothing. */
    EMPTY_COMBINATOR,
    UNKNOWN_ATTRIBUTE,
    /** The attribute's type does not take this operator. */
    OPERATOR_NOT_TAKEN,
    /** An operator that compares was given no value. */
    VALUE_MISSING,
    WRONG_TYPE,
    /** Not one of the values that the attribute can have. */
    OUT_OF_DOMAIN,
    MALFORMED_NETWORK,
    WINDOW_NEVER_OPENS,
    /** The whole contradicts itself. */
    NEVER_MATCHES,
    /** One way of several contradicts itself; the others may match. */
    BRANCH_NEVER_MATCHES,
    /** It ends before, or when, it begins. */
    EXPIRES_BEFORE_START,
    UNKNOWN_PERMISSION,
    UNKNOWN_RESOURCE_TYPE
  }

  /** Whether it is only to be shown. */
  public boolean isWarning() {
    return code == Code.BRANCH_NEVER_MATCHES;
  }
}
