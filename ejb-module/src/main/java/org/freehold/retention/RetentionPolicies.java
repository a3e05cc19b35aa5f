package org.freehold.retention;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.Guarded;
import org.freehold.platform.Invalid;
import org.freehold.platform.PeopleOnly;
import org.freehold.platform.RequiresEntitlement;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.RetainedData;
import org.freehold.platform.RetainedRows;
import org.freehold.platform.RetentionClass;
import org.freehold.platform.Stale;
import org.freehold.platform.TenantRef;
import org.freehold.retention.internal.KeptDays;
import org.freehold.retention.internal.PolicyRepository;
import org.freehold.retention.internal.RetainedClasses;
import org.freehold.retention.internal.RetentionPolicy;

/** For how long the tenant of the call keeps each class of its data. */
@Stateless
@Guarded
public class RetentionPolicies {
  @Inject private PolicyRepository policies;
  @Inject private RetainedClasses classes;
  @Inject private KeptDays kept;
  @Inject private ChangeLog changes;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  @RequiresPermission("compliance:read")
  public List<RetentionPolicyDetails> list() {
    TenantRef tenant = CurrentCall.get().requireTenant();
    return classes.all().stream().map(data -> details(tenant, data.retentionClass())).toList();
  }

  @RequiresPermission("compliance:read")
  public RetentionPolicyDetails policy(String dataClass) {
    RetentionClass named = classes.named(dataClass).retentionClass();
    return details(CurrentCall.get().requireTenant(), named);
  }

  /** What would be removed; counts, and changes nothing. */
  @RequiresPermission("compliance:read")
  public RetentionPreview preview(String dataClass, RetentionQuestion question) {
    TenantRef tenant = CurrentCall.get().requireTenant();
    RetainedData data = classes.named(dataClass);
    int now = kept.of(tenant, data);
    int days = question.days() == null ? now : within(data.retentionClass(), question.days());
    Instant before = kept.boundary(data, days);
    RetainedRows rows = data.expired(tenant, before);
    RetainedRows today = days == now ? rows : data.expired(tenant, kept.boundary(data, now));
    return new RetentionPreview(
        dataClass,
        days,
        before,
        rows.expired(),
        rows.held(),
        rows.oldest(),
        today.expired(),
        classes.warnings(tenant, data.retentionClass(), days));
  }

  /**
   * Fewer days remove what would have been kept. {@link Stale} when the version is not the one that
   * was read; null: whichever it is.
   */
  @RequiresPermission("compliance:admin")
  @RequiresEntitlement("custom_retention")
  @PeopleOnly
  @Audited(value = "retention.changed", complianceRelevant = true)
  public RetentionPolicyDetails change(
      String dataClass, RetentionPolicyFields fields, Long expectedVersion) {
    TenantRef tenant = CurrentCall.get().requireTenant();
    RetentionClass named = classes.named(dataClass).retentionClass();
    within(named, fields.days());
    if (fields.requiresApproval() && !named.archived()) {
      throw Invalid.at(
          "/requires_approval", "value", "Nobody approves what is removed of " + dataClass + ".");
    }
    RetentionPolicyDetails before = details(tenant, named);
    if (expectedVersion != null && expectedVersion != before.version()) {
      throw new Stale();
    }
    RetentionPolicy known = policies.of(tenant.id(), dataClass).orElse(null);
    RetentionPolicy policy = known == null ? new RetentionPolicy(tenant.id(), dataClass) : known;
    policy.say(
        before.days(),
        fields.days(),
        fields.requiresApproval(),
        CurrentCall.get().actor().person(),
        clock.instant());
    policies.keep(policy, known == null, tenant.id());
    RetentionPolicyDetails after = details(tenant, named);
    changes.about("retention_policy", null).before(told(before)).after(told(after));
    events.fire(new RetentionEvents.Changed(dataClass, before.days(), after.days()));
    return after;
  }

  /** What the trail tells of a policy. */
  public record Told(int days, boolean requiresApproval, String inClass) {}

  private static Told told(RetentionPolicyDetails details) {
    return new Told(details.days(), details.requiresApproval(), details.dataClass());
  }

  private static int within(RetentionClass of, int days) {
    if (days < of.leastDays() || days > of.mostDays()) {
      throw Invalid.at(
          "/days",
          "range",
          "%s are kept from %d to %d days.".formatted(of.name(), of.leastDays(), of.mostDays()));
    }
    return days;
  }

  private RetentionPolicyDetails details(TenantRef tenant, RetentionClass of) {
    RetentionPolicy own = policies.of(tenant.id(), of.name()).orElse(null);
    int usual = classes.defaultDays(tenant, of);
    int days = kept.of(tenant, of);
    return new RetentionPolicyDetails(
        of.name(),
        of.description(),
        days,
        usual,
        of.leastDays(),
        of.mostDays(),
        own != null,
        own != null && own.requiresApproval(),
        of.archived(),
        of.scopes().stream().sorted().toList(),
        classes.warnings(tenant, of, days),
        own == null ? null : own.updatedBy(),
        own == null ? null : own.updatedAt(),
        own == null ? 0 : own.version());
  }
}
