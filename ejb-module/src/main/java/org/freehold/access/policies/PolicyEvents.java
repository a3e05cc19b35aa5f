package org.freehold.access.policies;

import org.freehold.engine.access.Policy;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventType;

/** What the world hears of policies. */
public final class PolicyEvents {
  private PolicyEvents() {}

  /** A policy was made. */
  @EventType(value = "policy.created", description = "A policy was made.")
  public record Created(
      PolicyId id, String name, Policy.Effect effect, boolean reportOnly, boolean enabled)
      implements DomainEvent {
    static Created of(PolicyId id, PolicyFields policy) {
      return new Created(id, policy.name(), policy.effect(), policy.reportOnly(), policy.enabled());
    }
  }

  /** Something of a policy was changed. */
  @EventType(value = "policy.updated", description = "Something of a policy was changed.")
  public record Updated(
      PolicyId id, String name, Policy.Effect effect, boolean reportOnly, boolean enabled)
      implements DomainEvent {
    static Updated of(PolicyId id, PolicyFields policy) {
      return new Updated(id, policy.name(), policy.effect(), policy.reportOnly(), policy.enabled());
    }
  }

  /** A policy was deleted. */
  @EventType(value = "policy.deleted", description = "A policy was deleted.")
  public record Deleted(PolicyId id, String name) implements DomainEvent {}
}
