package org.freehold.engine.migration;

/** The strongest lock on a table that a step takes, weakest first, as PostgreSQL orders them. */
public enum LockLevel {
  NONE,
  ACCESS_SHARE,
  ROW_SHARE,
  ROW_EXCLUSIVE,
  SHARE_UPDATE_EXCLUSIVE,
  SHARE,
  SHARE_ROW_EXCLUSIVE,
  EXCLUSIVE,
  ACCESS_EXCLUSIVE;

  /** Whether writers of the table wait as long as the lock is held. */
  public boolean stopsWriters() {
    return compareTo(SHARE) >= 0;
  }
}
