package org.freehold.audit.sealing.internal;

/**
 * The tree of a trail is no continuation of a checkpoint that was signed over it: what was sealed
 * was changed or is gone. Nothing is signed over it any more.
 */
final class TrailNotConsistent extends RuntimeException {
  private static final long serialVersionUID = 1;

  TrailNotConsistent(String message) {
    super(message);
  }
}
