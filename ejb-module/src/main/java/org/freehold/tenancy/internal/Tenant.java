package org.freehold.tenancy.internal;

import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.freehold.platform.Conflict;
import org.freehold.platform.Invalid;
import org.freehold.platform.Placement;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantPlan;
import org.freehold.platform.TenantRef;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.JsonMap;
import org.freehold.tenancy.AccessRulesDetails;
import org.freehold.tenancy.AccessRulesFields;
import org.freehold.tenancy.CreateTenant;
import org.freehold.tenancy.StoredRules;
import org.freehold.tenancy.TenantFields;
import org.freehold.tenancy.TenantSettings;
import org.freehold.tenancy.TenantStatus;
import org.freehold.tenancy.TenantTier;

/**
 * A tenant. Born pending or on trial; every later state is reached by {@link TenantStatus}'s
 * transitions only.
 */
@Entity
@Table(schema = "control", name = "tenant")
public class Tenant {
  @Id private UUID id;
  private String slug;
  private String name;
  private String status;
  private String tier;

  @Column(name = "custom_plan")
  private String customPlan;

  @Column(name = "parent_id")
  private UUID parentId;

  @Column(name = "owner_email")
  private String ownerEmail;

  @Column(name = "trial_ends_at")
  private Instant trialEndsAt;

  @Column(name = "trial_over")
  private boolean trialOver;

  private String settings;

  @Convert(converter = JsonMap.class)
  private Map<String, JsonValue> bought;

  @Column(name = "access_rules")
  private String accessRules;

  @Column(name = "placement_schema")
  private String placementSchema;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  protected Tenant() {}

  public Tenant(CreateTenant command, UUID parentId, Instant now) {
    id = Uuid7.next();
    slug = command.slug();
    name = command.name();
    tier = WireNames.of(command.tier());
    this.parentId = parentId;
    ownerEmail = Person.normalised(command.ownerEmail());
    settings = StoredSettings.write(command.settings());
    placementSchema = Placement.SHARED.schema();
    createdAt = now;
    updatedAt = now;
    status =
        WireNames.of(command.trialEndsAt() == null ? TenantStatus.PENDING : TenantStatus.TRIAL);
    trialEndsAt = inFuture(command.trialEndsAt(), now);
  }

  private static Instant inFuture(Instant trialEndsAt, Instant now) {
    if (trialEndsAt != null && !trialEndsAt.isAfter(now)) {
      throw Invalid.at("/trial_ends_at", "past", "The end of a trial must lie in the future.");
    }
    return trialEndsAt;
  }

  /** Takes over the fields; giving a pending tenant an end of its trial begins the trial. */
  public void change(TenantFields fields, Instant now) {
    if (fields.trialEndsAt() != null && !fields.trialEndsAt().equals(trialEndsAt)) {
      inFuture(fields.trialEndsAt(), now);
      if (status() != TenantStatus.TRIAL && status() != TenantStatus.PENDING) {
        throw new Conflict(
            "not_on_trial", "The tenant is not on trial.", "Only a trial has an end.");
      }
    }
    if (fields.trialEndsAt() == null && trialEndsAt != null && status() == TenantStatus.TRIAL) {
      throw Invalid.at(
          "/trial_ends_at",
          "required",
          "A trial ends; POST /api/tenants/{slug}/activate opens the tenant without one.");
    }
    name = fields.name();
    if (fields.tier() != tier()) {
      customPlan = null;
    }
    tier = WireNames.of(fields.tier());
    settings = StoredSettings.write(fields.settings());
    trialEndsAt = fields.trialEndsAt();
    if (status() == TenantStatus.PENDING && trialEndsAt != null) {
      become(TenantStatus.TRIAL, now);
    }
    updatedAt = now;
  }

  public void change(AccessRulesFields rules, Instant now) {
    accessRules = rules.equals(AccessRulesFields.NONE) ? null : JsonText.of(rules);
    updatedAt = now;
  }

  /** Moves to the state, or refuses with the states that can be reached from here. */
  public void become(TenantStatus next, Instant now) {
    if (!status().canBecome(next)) {
      throw illegal("become " + WireNames.of(next));
    }
    status = WireNames.of(next);
    trialOver = false;
    updatedAt = now;
  }

  /** Stops the writing; an archived tenant is restored, not suspended. */
  public void suspend(Instant now) {
    if (status() == TenantStatus.ARCHIVED) {
      throw illegal("be suspended");
    }
    become(TenantStatus.SUSPENDED, now);
  }

  /** A suspended tenant becomes active again; an archived one is restored, and suspended. */
  public void resume(Instant now) {
    switch (status()) {
      case SUSPENDED -> become(TenantStatus.ACTIVE, now);
      case ARCHIVED -> become(TenantStatus.SUSPENDED, now);
      default -> throw illegal("be resumed");
    }
  }

  /**
   * One that was never opened becomes archived, on the plan that costs nothing, and gives its slug
   * free; false for any other.
   */
  public boolean discard(Instant now) {
    if (status() != TenantStatus.PENDING) {
      return false;
    }
    slug = "discarded-" + id.toString().replace("-", "");
    status = WireNames.of(TenantStatus.ARCHIVED);
    tier = WireNames.of(TenantTier.FREE);
    customPlan = null;
    updatedAt = now;
    return true;
  }

  private Conflict illegal(String what) {
    return new Conflict(
        "illegal_transition",
        "A tenant that is " + status + " cannot " + what + ".",
        "pending → trial or active; trial → active or suspended; active ↔ suspended; either →"
            + " archived; archived → suspended.");
  }

  /**
   * Ends the trial when its time has come; false when it has not, or the tenant is on trial no
   * more.
   */
  public boolean endTrial(Instant now) {
    if (status() != TenantStatus.TRIAL || trialEndsAt == null || trialEndsAt.isAfter(now)) {
      return false;
    }
    become(TenantStatus.SUSPENDED, now);
    trialOver = true;
    return true;
  }

  public TenantFields fields() {
    return new TenantFields(name, tier(), trialEndsAt, StoredSettings.read(settings));
  }

  public TenantRef ref() {
    TenantStatus state = status();
    return new TenantRef(
        id(),
        slug,
        WireNames.of(state),
        state.readable(),
        state.writable(),
        new Placement(placementSchema),
        plan(),
        StoredRules.read(accessRules));
  }

  private TenantPlan plan() {
    TenantSettings agreed = settings();
    Map<String, JsonValue> beside = new TreeMap<>(bought());
    beside.putAll(agreed.entitlements());
    return new TenantPlan(tier, planId(), agreed.quotas(), beside);
  }

  public String planId() {
    return customPlan == null ? tier().plan() : customPlan;
  }

  /** What was bought beside the plan. */
  public void bought(Map<String, JsonValue> entitlements, Instant now) {
    bought = entitlements.isEmpty() ? null : Map.copyOf(entitlements);
    updatedAt = now;
  }

  public Map<String, JsonValue> bought() {
    return bought == null ? Map.of() : Map.copyOf(bought);
  }

  /** Takes the plan; whoever was on trial has chosen with it. */
  public void take(String plan, TenantTier with, Instant now) {
    tier = WireNames.of(with);
    customPlan = plan.equals(with.plan()) ? null : plan;
    updatedAt = now;
    if (status() == TenantStatus.TRIAL) {
      become(TenantStatus.ACTIVE, now);
    }
  }

  /** It is on trial, or suspended since that is over. */
  public boolean isTrying() {
    return status() == TenantStatus.TRIAL || status() == TenantStatus.SUSPENDED && trialOver;
  }

  /** Takes a plan that is paid, which opens a tenant again whose trial was over. */
  public void takePaid(String plan, TenantTier with, Instant now) {
    take(plan, with, now);
    if (isTrying()) {
      become(TenantStatus.ACTIVE, now);
    }
  }

  public TenantId id() {
    return new TenantId(id);
  }

  public String slug() {
    return slug;
  }

  public String name() {
    return name;
  }

  public TenantStatus status() {
    return WireNames.constant(TenantStatus.class, status).orElseThrow();
  }

  public TenantTier tier() {
    return WireNames.constant(TenantTier.class, tier).orElseThrow();
  }

  public UUID parentId() {
    return parentId;
  }

  public String ownerEmail() {
    return ownerEmail;
  }

  public Instant trialEndsAt() {
    return trialEndsAt;
  }

  public TenantSettings settings() {
    return StoredSettings.read(settings);
  }

  public AccessRulesFields accessRules() {
    return StoredRules.fields(accessRules);
  }

  public AccessRulesDetails accessRulesDetails() {
    AccessRulesFields rules = accessRules();
    return new AccessRulesDetails(rules.ipAllowList(), rules.emailDomains(), version);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }

  public long version() {
    return version;
  }
}
