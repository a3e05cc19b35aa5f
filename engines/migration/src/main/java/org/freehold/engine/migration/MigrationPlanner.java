package org.freehold.engine.migration;

import java.util.List;

/** From changes to steps: pure, and the same for the same input. */
public final class MigrationPlanner {
  /** Begins the name of everything that was retired and is kept for an undo. */
  public static final String TOMBSTONE = "_retired_";

  private MigrationPlanner() {}

  /**
   * @param now the schema as it is
   * @param tag lower-case letters, digits and underscores, at most 20: names the tombstones
   * @throws BundleRefused with every fault that was found
   */
  public static Plan plan(Catalog now, List<Change> changes, String tag) {
    throw new UnsupportedOperationException();
  }
}
