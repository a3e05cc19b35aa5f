package org.freehold.environments.database.internal;

import java.util.Comparator;
import java.util.List;

/** Modes of locks on tables as pg_locks names them, weakest first. */
final class LockModes {
  static final String SHARE_UPDATE = "ShareUpdateExclusiveLock";

  private static final List<String> ORDER =
      List.of(
          "AccessShareLock",
          "RowShareLock",
          "RowExclusiveLock",
          SHARE_UPDATE,
          "ShareLock",
          "ShareRowExclusiveLock",
          "ExclusiveLock",
          "AccessExclusiveLock");

  private LockModes() {}

  /**
   * The strongest of the locks; null for none.
   *
   * @param locks each as a table, a space and the mode
   */
  static String strongest(List<String> locks) {
    return locks.stream()
        .map(lock -> lock.substring(lock.indexOf(' ') + 1))
        .max(Comparator.comparingInt(ORDER::indexOf))
        .orElse(null);
  }
}
