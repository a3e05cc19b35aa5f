package org.freehold.decisions.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.freehold.decisions.DecisionTypeDetails;
import org.freehold.decisions.DecisionTypeFields;
import org.freehold.platform.TenantId;
import org.freehold.platform.persistence.JsonList;

/** A type of things of another system. */
@Entity
@Table(name = "decision_type")
@IdClass(DecisionTypeKey.class)
public class DecisionType {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private String name;

  private String description;

  @Convert(converter = JsonList.class)
  private List<String> actions;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  protected DecisionType() {}

  public DecisionType(TenantId tenant, String name, DecisionTypeFields fields, Instant now) {
    tenantId = tenant.value();
    this.name = name;
    createdAt = now;
    change(fields, now);
  }

  public void change(DecisionTypeFields fields, Instant now) {
    description = fields.description();
    actions = fields.actions().stream().distinct().toList();
    updatedAt = now;
  }

  public DecisionTypeFields fields() {
    return new DecisionTypeFields(description, actions);
  }

  public DecisionTypeDetails details() {
    return new DecisionTypeDetails(name, description, actions, createdAt, updatedAt, version);
  }
}
