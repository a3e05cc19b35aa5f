package org.freehold.access.policies.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.freehold.access.policies.PolicyEvents;
import org.freehold.access.policies.PolicyId;
import org.freehold.engine.access.Policy.Effect;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.EventCatalogue;

/** One example of each event of policies. */
@ApplicationScoped
public class PolicyEventCatalogue implements EventCatalogue {
  private static final PolicyId POLICY =
      new PolicyId(UUID.fromString("0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e0a"));
  private static final String OFFICE = "Production from the office only";

  @Override
  public List<DomainEvent> examples() {
    return List.of(
        new PolicyEvents.Created(POLICY, OFFICE, Effect.DENY, true, true),
        new PolicyEvents.Updated(POLICY, OFFICE, Effect.DENY, false, true),
        new PolicyEvents.Deleted(POLICY, OFFICE));
  }
}
