package org.freehold.access.policies.internal;

import jakarta.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.freehold.access.policies.PolicyDetails;
import org.freehold.access.policies.PolicyFields;
import org.freehold.access.policies.PolicyId;
import org.freehold.access.policies.PolicyTarget;
import org.freehold.engine.access.Policy;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.TenantRowKey;

/** A policy of a tenant. It holds only what was checked: see {@link PolicyChecks}. */
@Entity
@Table(name = "access_policy")
@IdClass(TenantRowKey.class)
public class AccessPolicy {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  private String name;
  private String description;
  private String effect;
  private int priority;

  @Column(name = "report_only")
  private boolean reportOnly;

  private boolean enabled;

  @Column(name = "not_before")
  private Instant notBefore;

  private Instant expires;

  @Convert(converter = TargetColumn.class)
  private PolicyTarget target;

  @Convert(converter = ConditionColumn.class)
  private JsonObject condition;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  protected AccessPolicy() {}

  public AccessPolicy(TenantId tenant, PolicyFields fields, Instant now) {
    tenantId = tenant.value();
    id = Uuid7.next();
    createdAt = now;
    change(fields, now);
  }

  public void change(PolicyFields fields, Instant now) {
    name = fields.name();
    description = fields.description();
    effect = WireNames.of(fields.effect());
    priority = fields.priority();
    reportOnly = fields.reportOnly();
    enabled = fields.enabled();
    notBefore = fields.notBefore();
    expires = fields.expires();
    target = fields.target();
    condition = fields.condition() == null ? null : fields.condition().asJsonObject();
    updatedAt = now;
  }

  public PolicyFields fields() {
    return new PolicyFields(
        name,
        description,
        effect(),
        priority,
        reportOnly,
        enabled,
        notBefore,
        expires,
        target,
        StoredCondition.told(condition));
  }

  public PolicyDetails details() {
    return new PolicyDetails(
        id(),
        name,
        description,
        effect(),
        priority,
        reportOnly,
        enabled,
        notBefore,
        expires,
        target,
        StoredCondition.told(condition),
        createdAt,
        updatedAt,
        version);
  }

  public PolicyId id() {
    return new PolicyId(id);
  }

  private Policy.Effect effect() {
    return WireNames.constant(Policy.Effect.class, effect).orElseThrow();
  }

  String name() {
    return name;
  }

  int priority() {
    return priority;
  }

  public long version() {
    return version;
  }
}
