package org.freehold.flags.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.freehold.flags.FlagDetails;
import org.freehold.flags.FlagFields;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.JsonColumn;
import org.freehold.platform.persistence.TenantRowKey;

/** A flag of a tenant. It holds only what {@link FlagChecks} found nothing wrong with. */
@Entity
@Table(name = "flag")
@IdClass(TenantRowKey.class)
public class Flag {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  @Column(name = "key")
  private String key;

  private String type;
  private boolean enabled;

  @Convert(converter = JsonColumn.class)
  private String document;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  protected Flag() {}

  public Flag(TenantId tenant, FlagFields fields, Instant now) {
    tenantId = tenant.value();
    id = Uuid7.next();
    key = fields.key();
    createdAt = now;
    change(fields, now);
  }

  public void change(FlagFields fields, Instant now) {
    type = WireNames.of(fields.type());
    enabled = fields.enabled();
    document = Documents.written(fields.withoutReason());
    updatedAt = now;
  }

  public FlagFields fields() {
    return Documents.flag(document);
  }

  public FlagDetails details() {
    return FlagDetails.of(fields(), createdAt, updatedAt, version);
  }

  public UUID id() {
    return id;
  }

  public String key() {
    return key;
  }

  Instant updatedAt() {
    return updatedAt;
  }

  public long version() {
    return version;
  }
}
