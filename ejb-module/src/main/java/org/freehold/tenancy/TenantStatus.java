package org.freehold.tenancy;

import java.util.Set;

/**
 * The states of a tenant: {@code pending → trial|active}, {@code trial → active|suspended}, {@code
 * active ↔ suspended}, {@code active|suspended → archived}, {@code archived → suspended} (restored)
 * until purged.
 */
public enum TenantStatus {
  PENDING,
  TRIAL,
  ACTIVE,
  SUSPENDED,
  ARCHIVED;

  public boolean canBecome(TenantStatus next) {
    return next(this).contains(next);
  }

  private static Set<TenantStatus> next(TenantStatus status) {
    return switch (status) {
      case PENDING -> Set.of(TRIAL, ACTIVE);
      case TRIAL -> Set.of(ACTIVE, SUSPENDED);
      case ACTIVE -> Set.of(SUSPENDED, ARCHIVED);
      case SUSPENDED -> Set.of(ACTIVE, ARCHIVED);
      case ARCHIVED -> Set.of(SUSPENDED);
    };
  }

  public boolean readable() {
    return this != ARCHIVED;
  }

  public boolean writable() {
    return this != SUSPENDED && this != ARCHIVED;
  }
}
