package org.freehold.environments;

/** Where the tables of an environment are. */
public enum TargetKind {
  /** In a schema of the environments database, under a role of its own. */
  MANAGED,
  /** In a database that somebody else runs. */
  OUTSIDE
}
