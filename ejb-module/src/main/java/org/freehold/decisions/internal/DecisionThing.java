package org.freehold.decisions.internal;

import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.freehold.decisions.DecisionThingDetails;
import org.freehold.decisions.DecisionThingFields;
import org.freehold.decisions.Named;
import org.freehold.decisions.Properties;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.persistence.JsonMap;
import org.freehold.platform.persistence.TenantRowKey;

/** Somebody or something of another system. */
@Entity
@Table(name = "decision_thing")
@IdClass(TenantRowKey.class)
public class DecisionThing {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  private String type;

  @Column(name = "external_id")
  private String externalId;

  @Convert(converter = JsonMap.class)
  private Map<String, JsonValue> properties;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  protected DecisionThing() {}

  public DecisionThing(
      TenantId tenant, String type, String externalId, DecisionThingFields fields, Instant now) {
    tenantId = tenant.value();
    id = Uuid7.next();
    this.type = type;
    this.externalId = externalId;
    createdAt = now;
    change(fields, now);
  }

  public void change(DecisionThingFields fields, Instant now) {
    properties = fields.properties();
    updatedAt = now;
  }

  UUID id() {
    return id;
  }

  Instant createdAt() {
    return createdAt;
  }

  public DecisionThingFields fields() {
    return new DecisionThingFields(properties);
  }

  public DecisionThingDetails details() {
    return new DecisionThingDetails(type, externalId, properties, createdAt, updatedAt, version);
  }

  public Named named() {
    return new Named(type, externalId, Properties.comparable(properties));
  }
}
