package org.freehold.releases.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.freehold.platform.CallContext;
import org.freehold.platform.Conflict;
import org.freehold.platform.UserId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.JsonColumn;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.projects.ProjectId;
import org.freehold.releases.ReleaseDetails;
import org.freehold.releases.ReleaseFields;
import org.freehold.releases.ReleaseId;
import org.freehold.releases.ReleaseStatus;

/**
 * A bundle of changes under one version. A {@code draft} has no bundle; {@code prepared} gives it
 * one, for good, so that every environment gets the same. The status is what the last deployment
 * made of it: {@code prepared|released|failed|rolled_back}. One that was deployed by other means is
 * recorded as {@code released}, never has a bundle, and is not deployed by us.
 */
@Entity
@Table(name = "release")
@IdClass(TenantRowKey.class)
public class Release {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  private String ref;

  @Column(name = "project_id")
  private UUID projectId;

  private String semver;
  private String name;
  private String description;
  private String notes;
  private String status;
  private boolean external;

  @Convert(converter = JsonColumn.class)
  private String bundle;

  @Column(name = "bundle_digest")
  private String bundleDigest;

  @Column(name = "created_by")
  private UUID createdBy;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  protected Release() {}

  /** A draft; {@code ref} as {@link ReleaseRefs} makes it. */
  public Release(CallContext call, String ref, ReleaseFields fields, Instant now) {
    tenantId = call.tenantId().value();
    id = Uuid7.next();
    this.ref = ref;
    projectId = fields.projectId() == null ? null : fields.projectId().value();
    semver = fields.version();
    name = fields.name();
    description = fields.description();
    notes = fields.releaseNotes();
    UserId person = call.actor().person();
    createdBy = person == null ? null : person.value();
    createdAt = now;
    become(ReleaseStatus.DRAFT, now);
  }

  /** Says that it is out already, by other means than ours. */
  public Release releasedElsewhere(Instant now) {
    external = true;
    become(ReleaseStatus.RELEASED, now);
    return this;
  }

  /**
   * Takes the bundle, which it keeps for good; the same one again plans it for a further
   * environment.
   */
  public void take(String bundleJson, String digest, Instant now) {
    requireTakes(digest);
    if (bundleDigest == null) {
      bundle = bundleJson;
      bundleDigest = digest;
    }
    become(ReleaseStatus.PREPARED, now);
  }

  /** {@link Conflict} when it has another bundle, or was deployed by other means. */
  public void requireTakes(String digest) {
    requireOurs();
    if (bundleDigest != null && !bundleDigest.equals(digest)) {
      throw new Conflict(
          "bundle_immutable",
          "The release " + ref + " has a bundle already, and this is another.",
          "Leave bundle_data out to plan the same bundle for a further environment, or release_id to make a new release.");
    }
  }

  /** {@link Conflict} for one that was deployed by other means. */
  public void requireOurs() {
    if (external) {
      throw new Conflict(
          "release_external",
          "The release " + ref + " was deployed by other means and is only recorded here.",
          "Prepare a release with a bundle of its own.");
    }
  }

  /** What its last deployment made of it. */
  public void become(ReleaseStatus next, Instant now) {
    status = WireNames.of(next);
    updatedAt = now;
  }

  public ReleaseDetails details() {
    return new ReleaseDetails(
        id(),
        ref,
        projectId(),
        semver,
        name,
        description,
        notes,
        status(),
        external,
        bundleDigest,
        createdBy == null ? null : new UserId(createdBy),
        createdAt,
        updatedAt);
  }

  public ReleaseId id() {
    return new ReleaseId(id);
  }

  public String ref() {
    return ref;
  }

  public String semver() {
    return semver;
  }

  /** Null: the release is the tenant's. */
  public ProjectId projectId() {
    return projectId == null ? null : new ProjectId(projectId);
  }

  public ReleaseStatus status() {
    return WireNames.constant(ReleaseStatus.class, status).orElseThrow();
  }

  /** JSON; null while it has none. */
  public String bundle() {
    return bundle;
  }

  public String bundleDigest() {
    return bundleDigest;
  }

  public UserId createdBy() {
    return createdBy == null ? null : new UserId(createdBy);
  }

  public Instant createdAt() {
    return createdAt;
  }
}
