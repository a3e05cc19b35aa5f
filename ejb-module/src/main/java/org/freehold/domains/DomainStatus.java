package org.freehold.domains;

/** Where a domain is. */
public enum DomainStatus {
  /** Claimed, and not proved. */
  PENDING,
  /** Leads to the tenant. */
  VERIFIED
}
