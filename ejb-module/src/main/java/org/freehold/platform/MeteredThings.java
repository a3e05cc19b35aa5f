package org.freehold.platform;

import java.util.List;
import java.util.UUID;

/** The same for things that are there: their feature tells how many. */
public interface MeteredThings extends Metered {
  /** One of them by name. */
  record Named(UUID id, String name) {}

  /** Asked inside a transaction of the tenant. */
  long used(TenantId tenant);

  /** The permission that lets see them; null for what has no names. */
  default String seenWith() {
    return null;
  }

  /** Those made last that the caller may see, newest first. */
  default List<Named> latest(TenantId tenant, int most) {
    return List.of();
  }
}
