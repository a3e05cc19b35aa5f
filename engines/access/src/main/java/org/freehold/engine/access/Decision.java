package org.freehold.engine.access;

/** The outcome of one access check. */
public enum Decision {
  /** The operation may go on. */
  ALLOW,
  /** The subject sees the thing but lacks the permission: answered as 403. */
  DENY,
  /** The subject may not know that the thing exists: answered as 404. */
  HIDDEN
}
