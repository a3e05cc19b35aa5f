package org.freehold.engine.migration;

/** Whether PostgreSQL numbers the rows of a column. */
public enum Identity {
  NONE,
  BY_DEFAULT,
  ALWAYS
}
