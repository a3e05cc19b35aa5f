package org.freehold.decisions;

/** How far a batch of questions is answered (AuthZEN §7.1.2.1). */
public enum Semantic {
  EXECUTE_ALL,
  DENY_ON_FIRST_DENY,
  PERMIT_ON_FIRST_PERMIT;

  /** Whether this verdict is the last that is given. */
  public boolean endsWith(boolean decision) {
    return switch (this) {
      case EXECUTE_ALL -> false;
      case DENY_ON_FIRST_DENY -> !decision;
      case PERMIT_ON_FIRST_PERMIT -> decision;
    };
  }
}
