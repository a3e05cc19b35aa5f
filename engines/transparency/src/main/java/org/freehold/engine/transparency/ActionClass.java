package org.freehold.engine.transparency;

/** What kind of thing an audited action does; a leaf carries the name as it is. */
public enum ActionClass {
  CREATE,
  READ,
  UPDATE,
  DELETE,
  /** Runs something: a job, a promotion, a test delivery. */
  EXECUTE,
  /** Takes data out of the system. */
  EXPORT,
  /** Signs in or out, refreshes, or fails to. */
  AUTHENTICATE,
  /** Changes or decides over who may do what. */
  AUTHORIZE
}
