package org.freehold.engine.access;

/**
 * Why a change must not be made.
 *
 * @param permission that the one who saves would lose; null for the administrators
 */
public record LockOut(Kind kind, String permission) {

  /** Who would be locked out. */
  public enum Kind {
    /** Nobody would hold everything in the tenant any more, now or when a grant ends. */
    NO_ADMINISTRATOR,
    /** The one who saves could not take the change back. */
    SAVER
  }
}
