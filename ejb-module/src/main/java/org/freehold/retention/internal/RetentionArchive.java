package org.freehold.retention.internal;

import jakarta.json.JsonObject;
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
import org.freehold.audit.archive.PlaceRange;
import org.freehold.audit.archive.TrailSegment;
import org.freehold.audit.archive.VerifiedArchive;
import org.freehold.files.FileId;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.persistence.JsonColumn;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.retention.RetentionArchiveDetails;
import org.freehold.retention.RetentionArchiveId;
import org.freehold.retention.RetentionPlanId;
import org.freehold.retention.StoredArchive;

/**
 * Events of a plan in the storage: planned under an id, so that its bytes are nobody's leftovers;
 * stored when they were read back; certified when an event says so.
 */
@Entity
@Table(name = "retention_archive")
@IdClass(TenantRowKey.class)
public class RetentionArchive {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  @Column(name = "plan_id")
  private UUID planId;

  @Column(name = "first_place")
  private long firstPlace;

  private long behind;

  @Convert(converter = JsonColumn.class)
  private String places;

  private long events;
  private String status;

  @Column(name = "file_id")
  private UUID fileId;

  @Column(name = "sealed_key")
  private byte[] sealedKey;

  @Column(name = "size_bytes")
  private Long sizeBytes;

  private String sha256;

  @Column(name = "manifest_sha256")
  private String manifestSha256;

  @Column(name = "tree_size")
  private Long treeSize;

  private String root;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private long version;

  protected RetentionArchive() {}

  public RetentionArchive(
      TenantId tenant, RetentionPlanId plan, TrailSegment segment, Instant now) {
    tenantId = tenant.value();
    id = Uuid7.next();
    planId = plan.value();
    firstPlace = segment.begin();
    behind = segment.end();
    places = JsonText.of(segment.places());
    events = segment.events();
    status = "planned";
    createdAt = now;
  }

  /** Bytes are written under this id next, sealed with this key. */
  public void write(FileId file, byte[] key, long bytes) {
    fileId = file.value();
    sealedKey = key.clone();
    sizeBytes = bytes;
  }

  /** The bytes were read back, and prove what is in them. */
  public void stored(String digest, VerifiedArchive verified) {
    sha256 = digest;
    manifestSha256 = verified.manifestSha256();
    treeSize = verified.size();
    root = verified.root();
    status = "stored";
  }

  public void certified() {
    status = "certified";
  }

  public boolean isStored() {
    return status.equals("stored");
  }

  public boolean isCertified() {
    return status.equals("certified");
  }

  public RetentionArchiveId id() {
    return new RetentionArchiveId(id);
  }

  public long firstPlace() {
    return firstPlace;
  }

  public long behind() {
    return behind;
  }

  public StoredArchive place() {
    return new StoredArchive(new FileId(fileId), sealedKey.clone(), sizeBytes, sha256);
  }

  public Long treeSize() {
    return treeSize;
  }

  public String root() {
    return root;
  }

  public List<PlaceRange> ranges() {
    return JsonText.storedArray(places).getValuesAs(JsonObject.class).stream()
        .map(
            one ->
                new PlaceRange(
                    one.getJsonNumber("begin").longValueExact(),
                    one.getJsonNumber("end").longValueExact()))
        .toList();
  }

  public RetentionArchiveDetails details() {
    return new RetentionArchiveDetails(
        id(),
        new RetentionPlanId(planId),
        ranges(),
        events,
        sizeBytes == null ? 0 : sizeBytes,
        sha256,
        manifestSha256,
        createdAt);
  }

  Instant createdAt() {
    return createdAt;
  }
}
