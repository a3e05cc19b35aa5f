package org.freehold.platform;

import java.util.Optional;

/**
 * The port through which features keep a tenant within its plan. Whoever makes something that a
 * {@link Meter} counts asks first, in the transaction that makes it. What the system does by itself
 * is not limited.
 */
public interface Quotas {
  /**
   * Makes sure that there is room for so many more and holds it until the transaction ends:
   * creations at the same moment come one after the other here, and none slips past. {@link
   * QuotaExceeded} without room. Costs nothing where there is no limit.
   */
  void take(Meter meter, long more);

  /**
   * The same for a caller that knows the count and holds a lock of its own on it.
   *
   * @param used before these
   */
  void take(Meter meter, long used, long more);

  /** Looks only: {@link QuotaExceeded} when so many more would have no room. */
  void require(Meter meter, long used, long more);

  /** How many more the month has room for, as far as this node knows; for many at once. */
  long left(Meter monthly);

  /** What the tenant of the call may have; empty: as much as it likes. */
  Optional<Long> limit(Meter meter);

  /** {@link Invalid} at the pointer when one of the names is no meter's. */
  void requireKnown(Iterable<String> meters, String pointer);
}
