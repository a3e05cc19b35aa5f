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
import org.freehold.flags.SegmentDetails;
import org.freehold.flags.SegmentFields;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.persistence.JsonColumn;
import org.freehold.platform.persistence.TenantRowKey;

/** A segment of a tenant. */
@Entity
@Table(name = "flag_segment")
@IdClass(TenantRowKey.class)
public class FlagSegment {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  @Column(name = "key")
  private String key;

  @Convert(converter = JsonColumn.class)
  private String document;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  protected FlagSegment() {}

  public FlagSegment(TenantId tenant, SegmentFields fields, Instant now) {
    tenantId = tenant.value();
    id = Uuid7.next();
    key = fields.key();
    createdAt = now;
    change(fields, now);
  }

  public void change(SegmentFields fields, Instant now) {
    document = Documents.written(fields);
    updatedAt = now;
  }

  public SegmentFields fields() {
    return Documents.segment(document);
  }

  public SegmentDetails details() {
    SegmentFields fields = fields();
    return new SegmentDetails(
        key,
        fields.description(),
        fields.included(),
        fields.excluded(),
        fields.conditions(),
        createdAt,
        updatedAt,
        version);
  }

  public UUID id() {
    return id;
  }

  public String key() {
    return key;
  }

  public long version() {
    return version;
  }
}
