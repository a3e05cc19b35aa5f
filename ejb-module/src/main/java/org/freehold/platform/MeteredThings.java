package org.freehold.platform;

/** The same for things that are there: their feature tells how many. */
public interface MeteredThings extends Metered {
  /** Asked inside a transaction of the tenant. */
  long used(TenantId tenant);
}
