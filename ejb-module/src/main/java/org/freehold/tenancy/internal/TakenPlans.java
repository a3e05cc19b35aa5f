package org.freehold.tenancy.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantPlans;
import org.freehold.platform.json.WireNames;
import org.freehold.tenancy.TenancyEvents;
import org.freehold.tenancy.TenantStatus;
import org.freehold.tenancy.TenantTier;

/** Keeps which plan a tenant has. */
@ApplicationScoped
public class TakenPlans implements TenantPlans {
  @Inject private TenantRepository tenants;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  @Override
  public void take(TenantId id, String plan, String tier) {
    Tenant tenant = tenants.byId(id).orElseThrow();
    boolean trial = tenant.status() == TenantStatus.TRIAL;
    tenant.take(plan, WireNames.constant(TenantTier.class, tier).orElseThrow(), clock.instant());
    tenants.flush();
    if (trial) {
      events.fire(
          new TenancyEvents.TenantActivated(
              id, tenant.slug(), tenant.name(), tenant.tier(), tenant.status()));
    }
  }

  @Override
  public String plan(TenantId tenant) {
    return tenants.byId(tenant).orElseThrow().planId();
  }

  @Override
  public void bought(TenantId tenant, Map<String, JsonValue> entitlements) {
    tenants.byId(tenant).orElseThrow().bought(entitlements, clock.instant());
    tenants.flush();
  }

  @Override
  public Map<String, JsonValue> bought(TenantId tenant) {
    return tenants.byId(tenant).orElseThrow().bought();
  }

  @Override
  public Optional<Instant> trialEnd(TenantId id) {
    return tenants
        .byId(id)
        .filter(tenant -> tenant.status() == TenantStatus.TRIAL)
        .map(Tenant::trialEndsAt);
  }
}
