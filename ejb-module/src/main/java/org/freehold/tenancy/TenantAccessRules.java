package org.freehold.tenancy;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.freehold.platform.Audited;
import org.freehold.platform.CallContext;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.Guarded;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.RoleGrants;
import org.freehold.platform.Stale;
import org.freehold.platform.TenantRules;
import org.freehold.tenancy.internal.Tenant;
import org.freehold.tenancy.internal.TenantRepository;
import org.freehold.tenancy.internal.VisibleTenants;

/**
 * Whom a tenant lets in. Who changes it from inside cannot shut themselves out, nor all
 * administrators; who does so from outside, as an operator of the platform, is not shut out by it.
 */
@Stateless
@Guarded
public class TenantAccessRules {
  @Inject private VisibleTenants visible;
  @Inject private TenantRepository tenants;
  @Inject private RoleGrants roles;
  @Inject private ChangeLog changes;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  @RequiresPermission("tenants:read")
  public AccessRulesDetails details(String slug) {
    return visible.named(slug).accessRulesDetails();
  }

  /** {@code expectedVersion} null: whatever is there. */
  @RequiresPermission("tenants:write")
  @Audited(value = "tenant.access_rules.updated", complianceRelevant = true)
  public AccessRulesDetails change(
      String slug, UnaryOperator<AccessRulesFields> change, Long expectedVersion) {
    Tenant tenant = visible.named(slug);
    if (expectedVersion != null && expectedVersion != tenant.version()) {
      throw new Stale();
    }
    AccessRulesFields before = tenant.accessRules();
    AccessRulesFields after = change.apply(before);
    after.requireSound();
    CallContext call = CurrentCall.get();
    if (tenant.id().equals(call.tenantId())) {
      requireCallerIn(call, after.compiled());
      roles.requireAdministratorUnder(after.compiled());
    }
    tenant.change(after, clock.instant());
    tenants.flush();
    changes.about("tenant", tenant.id().value()).before(before).after(after);
    if (!after.equals(before)) {
      events.fire(
          new TenancyEvents.AccessRulesUpdated(
              tenant.id(), slug, after.ipAllowList(), after.emailDomains()));
    }
    return tenant.accessRulesDetails();
  }

  private static void requireCallerIn(CallContext call, TenantRules rules) {
    rules.brokenBy(call.ipAddress(), call.actor().personEmail()).stream()
        .filter(TenantRules.Broken::refuses)
        .findFirst()
        .ifPresent(
            broken -> {
              throw lockedOut(broken.rule(), call);
            });
  }

  private static Conflict lockedOut(TenantRules.Rule rule, CallContext call) {
    return rule == TenantRules.Rule.IP_ALLOW_LIST
        ? new Conflict(
            "would_lock_you_out",
            "You call from " + call.ipAddress() + ", which is in none of the networks.",
            "Add a network with your own address, or save the rule from where it lets you in.")
        : new Conflict(
            "would_lock_you_out",
            "Your own email address is of none of the domains.",
            "Add your domain, or have somebody save the rule whom it lets in.");
  }
}
