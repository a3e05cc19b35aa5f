package org.freehold.batch.analytics;

import java.io.Serializable;

/**
 * How far a roll-up is.
 *
 * @param done tenants whose figures are computed, of {@code total}
 */
record RolledUp(int done, int total) implements Serializable {
  private static final long serialVersionUID = 1;

  RolledUp andMore(int tenants) {
    return new RolledUp(done + tenants, total);
  }
}
