package org.freehold.access.policies.internal;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.freehold.access.policies.PolicyTarget;
import org.freehold.engine.access.Policy;
import org.freehold.platform.EntityId;
import org.freehold.platform.json.WireNames;

/** A policy as the engine takes it; whether it is enabled is not for the engine to know. */
final class PolicyRow {
  /** Attributes of {@link AccessPolicy}, in the order in which {@link #policy} takes them. */
  static final String ATTRIBUTES =
      "p.id, p.name, p.effect, p.priority, p.reportOnly, p.notBefore, p.expires, p.target,"
          + " p.condition";

  private PolicyRow() {}

  static Policy policy(Object[] row) {
    return new Policy(
        (UUID) row[0],
        (String) row[1],
        WireNames.constant(Policy.Effect.class, (String) row[2]).orElseThrow(),
        (Integer) row[3],
        (Boolean) row[4],
        (Instant) row[5],
        (Instant) row[6],
        target((PolicyTarget) row[7]),
        StoredCondition.read((JsonObject) row[8]));
  }

  private static Policy.Target target(PolicyTarget target) {
    return new Policy.Target(
        target.permissions(),
        new HashSet<>(target.resourceTypes()),
        new HashSet<>(target.roles()),
        values(target.users()),
        values(target.teams()),
        new HashSet<>(target.apiKeys()));
  }

  private static Set<UUID> values(List<? extends EntityId> ids) {
    return ids.stream().map(EntityId::value).collect(Collectors.toSet());
  }
}
