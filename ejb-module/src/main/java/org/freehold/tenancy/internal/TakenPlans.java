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
    boolean trying = tenant.isTrying();
    tenant.take(plan, named(tier), clock.instant());
    tellOf(tenant, trying);
  }

  @Override
  public void takePaid(TenantId id, String plan, String tier) {
    Tenant tenant = tenants.byId(id).orElseThrow();
    boolean trying = tenant.isTrying();
    tenant.takePaid(plan, named(tier), clock.instant());
    tellOf(tenant, trying);
  }

  private static TenantTier named(String tier) {
    return WireNames.constant(TenantTier.class, tier).orElseThrow();
  }

  private void tellOf(Tenant tenant, boolean wasTrying) {
    tenants.flush();
    if (wasTrying && !tenant.isTrying()) {
      events.fire(
          new TenancyEvents.TenantActivated(
              tenant.id(), tenant.slug(), tenant.name(), tenant.tier(), tenant.status()));
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
  public boolean isTrying(TenantId tenant) {
    return tenants.byId(tenant).orElseThrow().isTrying();
  }

  @Override
  public State state(TenantId tenant) {
    TenantStatus now = tenants.statusNow(tenant);
    return new State(now == TenantStatus.ACTIVE, now.readable(), now.writable());
  }

  @Override
  public Optional<Instant> trialEnd(TenantId id) {
    return tenants
        .byId(id)
        .filter(tenant -> tenant.status() == TenantStatus.TRIAL)
        .map(Tenant::trialEndsAt);
  }
}
