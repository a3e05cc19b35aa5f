package org.freehold.releases.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.UUID;
import org.freehold.platform.CallContext;
import org.freehold.platform.UserId;
import org.freehold.platform.persistence.JsonColumn;
import org.freehold.releases.DeploymentDetails.FindingsCount;

/** What a deployment is to do and what was known when it was planned; never changes. */
@Embeddable
public class DeploymentPlan {
  @Convert(converter = JsonColumn.class)
  private String plan;

  @Convert(converter = JsonColumn.class)
  private String manifest;

  @Column(name = "manifest_digest")
  private String manifestDigest;

  @Column(name = "start_fingerprint")
  private String startFingerprint;

  @Column(name = "start_catalog")
  @Convert(converter = JsonColumn.class)
  private String startCatalog;

  @Column(name = "end_fingerprint")
  private String endFingerprint;

  @Convert(converter = JsonColumn.class)
  private String findings;

  @Column(name = "findings_info")
  private int findingsInfo;

  @Column(name = "findings_warning")
  private int findingsWarning;

  @Column(name = "findings_error")
  private int findingsError;

  @Column(name = "dry_run")
  @Convert(converter = JsonColumn.class)
  private String dryRun;

  @Column(name = "steps_total")
  private int steps;

  @Column(name = "planned_by")
  private UUID plannedBy;

  @Column(name = "planned_at")
  private Instant plannedAt;

  protected DeploymentPlan() {}

  DeploymentPlan(CallContext call, PreparedPlan prepared, Instant now) {
    plan = prepared.plan();
    manifest = prepared.manifest();
    manifestDigest = prepared.manifestDigest();
    startFingerprint = prepared.startFingerprint();
    startCatalog = prepared.startCatalog();
    endFingerprint = prepared.endFingerprint();
    findings = prepared.findings();
    findingsInfo = prepared.findingsCount().info();
    findingsWarning = prepared.findingsCount().warning();
    findingsError = prepared.findingsCount().error();
    dryRun = prepared.dryRun();
    steps = prepared.steps();
    UserId person = call.actor().person();
    plannedBy = person == null ? null : person.value();
    plannedAt = now;
  }

  /** The steps, as JSON. */
  public String plan() {
    return plan;
  }

  /** JSON, with its digest in it. */
  public String manifest() {
    return manifest;
  }

  public String manifestDigest() {
    return manifestDigest;
  }

  /** Of the environment when it was planned; it must be the same when it is promoted. */
  public String startFingerprint() {
    return startFingerprint;
  }

  /** The schema that it was planned for, as JSON. */
  public String startCatalog() {
    return startCatalog;
  }

  /** Of the environment when it is done, as the dry run showed it. */
  public String endFingerprint() {
    return endFingerprint;
  }

  public FindingsCount findingsCount() {
    return new FindingsCount(findingsInfo, findingsWarning, findingsError);
  }

  /** JSON; null where there was none. */
  public String dryRun() {
    return dryRun;
  }

  public int steps() {
    return steps;
  }

  /** Null when no person did. */
  public UserId plannedBy() {
    return plannedBy == null ? null : new UserId(plannedBy);
  }

  public Instant plannedAt() {
    return plannedAt;
  }
}
