package org.freehold.domains;

import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventType;

/** What the world hears of domains. */
public final class DomainEvents {
  private DomainEvents() {}

  /** Claimed. */
  @EventType(
      value = "admin.domain.added",
      description = "A domain was claimed and waits for its TXT record.")
  public record Added(DomainId id, String domain, String tenantSlug) implements DomainEvent {}

  /** Proved. */
  @EventType(
      value = "admin.domain.verified",
      description = "A domain was found to be the tenant's and leads to it.")
  public record Verified(DomainId id, String domain, String tenantSlug) implements DomainEvent {}

  /** No longer proved. */
  @EventType(
      value = "admin.domain.lapsed",
      description =
          "The TXT record of a verified domain was missing for too long: it leads nowhere any more.")
  public record Lapsed(DomainId id, String domain, String tenantSlug) implements DomainEvent {}

  /** Given up. */
  @EventType(
      value = "admin.domain.removed",
      description = "A domain was given up: if it was verified, it leads nowhere any more.")
  public record Removed(DomainId id, String domain, String tenantSlug) implements DomainEvent {}
}
