package org.freehold.releases.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.freehold.environments.EnvironmentId;
import org.freehold.environments.LossDigest;
import org.freehold.platform.CallContext;
import org.freehold.platform.Conflict;
import org.freehold.platform.UserId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.JsonColumn;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.releases.DeploymentDetails;
import org.freehold.releases.DeploymentDetails.Failure;
import org.freehold.releases.DeploymentId;
import org.freehold.releases.DeploymentStatus;
import org.freehold.releases.ReleaseId;

/**
 * A release planned for one environment, and what became of it there.
 *
 * <p>{@code planned}, or {@code awaiting_approval} where the environment wants approvals, is open:
 * a newer plan of the same release, or a rejection, makes it {@code discarded}. A promotion makes
 * it {@code promoting}; applied it is {@code verifying}; healthy it is {@code soaking} for as long
 * as the policy wants, then {@code live}. The next one in the same environment makes it {@code
 * superseded}. What fails before anything was done is {@code failed}; what fails later is {@code
 * rolling_back} by itself, as is one in place when somebody asks, and then {@code rolled_back};
 * what cannot be undone is {@code failed}, until somebody asks again. When the one that superseded
 * it is undone, it is in place again.
 */
@Entity
@Table(name = "deployment")
@IdClass(TenantRowKey.class)
public class Deployment {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  @Column(name = "release_id")
  private UUID releaseId;

  @Column(name = "environment_id")
  private UUID environmentId;

  private String environment;

  @Column(name = "from_environment_id")
  private UUID fromEnvironmentId;

  private String status;
  @Embedded private DeploymentPlan plan;

  @Convert(converter = JsonColumn.class)
  private String backup;

  @Column(name = "backup_waiver")
  private String backupWaiver;

  @Convert(converter = JsonColumn.class)
  private String health;

  @Convert(converter = JsonColumn.class)
  private String failure;

  @Column(name = "approvals_given")
  private int approvalsGiven;

  @Column(name = "approvals_required")
  private int approvalsRequired;

  @Column(name = "steps_done")
  private int stepsDone;

  @Column(name = "requested_by")
  private UUID requestedBy;

  @Column(name = "promoting_at")
  private Instant promotingAt;

  @Column(name = "live_at")
  private Instant liveAt;

  @Column(name = "soaked_at")
  private Instant soakedAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  /** Null where nothing was undone: of columns that are all null JPA makes no object. */
  @Embedded private DeploymentRollback rollback;

  @Column(name = "previous_id")
  private UUID previousId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  protected Deployment() {}

  /**
   * @param from null when nobody named an environment that it comes from
   * @param approvals how many people must approve
   */
  public Deployment(
      CallContext call,
      ReleaseId release,
      EnvironmentId to,
      String environmentName,
      EnvironmentId from,
      int approvals,
      PreparedPlan prepared,
      Instant now) {
    tenantId = call.tenantId().value();
    id = Uuid7.next();
    releaseId = release.value();
    environmentId = to.value();
    environment = environmentName;
    fromEnvironmentId = from == null ? null : from.value();
    plan = new DeploymentPlan(call, prepared, now);
    approvalsRequired = approvals;
    createdAt = now;
    become(approvals > 0 ? DeploymentStatus.AWAITING_APPROVAL : DeploymentStatus.PLANNED, now);
  }

  /**
   * It was made by other means and is told of only: the environment keeps what we put there, so it
   * counts as superseded at once.
   */
  public Deployment recordedOnly(UserId by, Instant now) {
    require("be recorded", DeploymentStatus.OPEN);
    requestedBy = by == null ? null : by.value();
    promotingAt = now;
    liveAt = now;
    soakedAt = now;
    endedAt = now;
    become(DeploymentStatus.SUPERSEDED, now);
    return this;
  }

  /** How many approvals count now; enough of them and it is planned, else it waits for them. */
  public void approvalsAre(int given, int required, Instant now) {
    require("be approved", DeploymentStatus.OPEN);
    approvalsGiven = given;
    approvalsRequired = required;
    become(given < required ? DeploymentStatus.AWAITING_APPROVAL : DeploymentStatus.PLANNED, now);
  }

  /** A newer plan takes its place, or it was rejected. */
  public void discard(Instant now) {
    require("be discarded", DeploymentStatus.OPEN);
    become(DeploymentStatus.DISCARDED, now);
    endedAt = now;
  }

  /**
   * Somebody asked for its promotion; gates are the caller's to check.
   *
   * @param inPlace what the environment has; null for nothing
   * @param waiver why it may go without a backup that would be too large; null when it may not
   */
  public void promote(UserId by, DeploymentId inPlace, String waiver, Instant now) {
    require("be promoted", DeploymentStatus.OPEN);
    become(DeploymentStatus.PROMOTING, now);
    requestedBy = by == null ? null : by.value();
    promotingAt = now;
    previousId = inPlace == null ? null : inPlace.value();
    backupWaiver = waiver;
  }

  public void backedUp(String backupJson, Instant now) {
    require("be backed up", Set.of(DeploymentStatus.PROMOTING));
    backup = backupJson;
    updatedAt = now;
  }

  /** So many steps of the plan are carried out. */
  public void progress(int done, Instant now) {
    require("go on", DeploymentStatus.AT_WORK);
    stepsDone = Math.max(0, Math.min(done, plan.steps()));
    updatedAt = now;
  }

  /** All steps are carried out. */
  public void applied(Instant now) {
    require("be verified", Set.of(DeploymentStatus.PROMOTING));
    stepsDone = plan.steps();
    become(DeploymentStatus.VERIFYING, now);
  }

  /** It is healthy, and in place. */
  public void inPlace(Duration soak, String healthJson, Instant now) {
    require("be in place", Set.of(DeploymentStatus.VERIFYING));
    health = healthJson;
    liveAt = now;
    if (soak.isZero()) {
      soakedAt = now;
      become(DeploymentStatus.LIVE, now);
    } else {
      become(DeploymentStatus.SOAKING, now);
    }
  }

  /** It has been in place without a break for as long as the policy wants. */
  public void soaked(Instant now) {
    require("have soaked", Set.of(DeploymentStatus.SOAKING));
    soakedAt = now;
    become(DeploymentStatus.LIVE, now);
  }

  public void supersede(Instant now) {
    require("be superseded", DeploymentStatus.IN_PLACE);
    become(DeploymentStatus.SUPERSEDED, now);
    endedAt = now;
  }

  /**
   * In place again, since what superseded it was undone. It begins to soak anew where it had not
   * soaked: soaking is without a break.
   */
  public void restore(Instant now) {
    require("be in place again", Set.of(DeploymentStatus.SUPERSEDED));
    become(soakedAt == null ? DeploymentStatus.SOAKING : DeploymentStatus.LIVE, now);
    endedAt = null;
    liveAt = now;
  }

  /** It could not begin: nothing was done to the environment. */
  public void failUntouched(Failure what, Instant now) {
    require("fail", Set.of(DeploymentStatus.PROMOTING));
    fail(what, now);
  }

  /** It failed on its way, and what was done is undone by itself. */
  public void rollBackAfter(Failure what, String healthJson, Instant now) {
    require("fail", Set.of(DeploymentStatus.PROMOTING, DeploymentStatus.VERIFYING));
    failure = JsonText.of(what);
    health = healthJson == null ? health : healthJson;
    rollback = new DeploymentRollback(true, what.message(), null);
    become(DeploymentStatus.ROLLING_BACK, now);
  }

  /**
   * Somebody wants it undone, or goes on with undoing what could not be undone before.
   *
   * @param losses what may be lost; null for nothing
   */
  public void rollBack(UserId by, String reason, LossDigest losses, Instant now) {
    if (isHalfUndone()) {
      rollback = rollback.again(reason, by).accepting(losses);
      endedAt = null;
    } else {
      require("be rolled back", DeploymentStatus.IN_PLACE);
      rollback = new DeploymentRollback(false, reason, by).accepting(losses);
      failure = null;
    }
    become(DeploymentStatus.ROLLING_BACK, now);
  }

  /** It is not undone after all, and as nothing was undone yet it is in place as it was. */
  public void keepInPlace(Failure why, Instant now) {
    require("be kept in place", Set.of(DeploymentStatus.ROLLING_BACK));
    rollback = null;
    failure = JsonText.of(why);
    endedAt = null;
    become(soakedAt == null ? DeploymentStatus.SOAKING : DeploymentStatus.LIVE, now);
  }

  /** Others had changed the environment before the first step was undone. */
  public void rollBackDrifted(Instant now) {
    require("be undone", Set.of(DeploymentStatus.ROLLING_BACK));
    rollback = rollback.ofDrifted();
    updatedAt = now;
  }

  /**
   * Whether undoing it was begun and failed; the journal of the environment tells how far it is.
   */
  public boolean isHalfUndone() {
    return status() == DeploymentStatus.FAILED && rollback != null;
  }

  public void rolledBack(Instant now) {
    require("have been rolled back", Set.of(DeploymentStatus.ROLLING_BACK));
    stepsDone = 0;
    become(DeploymentStatus.ROLLED_BACK, now);
    endedAt = now;
  }

  /** What was done could not be undone: somebody must look. */
  public void rollbackFailed(Failure what, Instant now) {
    require("fail", Set.of(DeploymentStatus.ROLLING_BACK));
    fail(what, now);
  }

  private void fail(Failure what, Instant now) {
    failure = JsonText.of(what);
    become(DeploymentStatus.FAILED, now);
    endedAt = now;
  }

  private void require(String what, Set<DeploymentStatus> statuses) {
    if (!statuses.contains(status())) {
      throw new Conflict(
          "deployment_not_ready",
          "The deployment to " + environment + " is " + status + " and cannot " + what + ".",
          "GET /api/releases/{id}/deployments/{deployment_id} tells where it is.");
    }
  }

  private void become(DeploymentStatus next, Instant now) {
    status = WireNames.of(next);
    updatedAt = now;
  }

  public DeploymentDetails details(Release release) {
    return new DeploymentDetails(
        id(),
        release.ref(),
        releaseId(),
        release.semver(),
        environment,
        environmentId(),
        status(),
        plan.manifestDigest(),
        plan.findingsCount(),
        new DeploymentDetails.Approvals(approvalsGiven, approvalsRequired),
        plan.plannedAt(),
        plan.plannedBy(),
        requestedBy(),
        promotingAt,
        liveAt,
        soakedAt,
        endedAt,
        new DeploymentDetails.Steps(stepsDone, plan.steps()),
        StoredFailure.read(failure),
        rollback == null ? null : rollback.details());
  }

  public DeploymentId id() {
    return new DeploymentId(id);
  }

  public ReleaseId releaseId() {
    return new ReleaseId(releaseId);
  }

  public EnvironmentId environmentId() {
    return new EnvironmentId(environmentId);
  }

  /** As it was called when this was planned. */
  public String environment() {
    return environment;
  }

  public EnvironmentId fromEnvironmentId() {
    return fromEnvironmentId == null ? null : new EnvironmentId(fromEnvironmentId);
  }

  public DeploymentStatus status() {
    return WireNames.constant(DeploymentStatus.class, status).orElseThrow();
  }

  /** What is to be done, and what was known when it was planned. */
  public DeploymentPlan plan() {
    return plan;
  }

  public int stepsDone() {
    return stepsDone;
  }

  /** Null before anybody asked, and when no person did. */
  public UserId requestedBy() {
    return requestedBy == null ? null : new UserId(requestedBy);
  }

  /** What was in place when its promotion was asked for; null: nothing. */
  public DeploymentId previousId() {
    return previousId == null ? null : new DeploymentId(previousId);
  }

  public Instant promotingAt() {
    return promotingAt;
  }

  public Instant liveAt() {
    return liveAt;
  }

  public Instant soakedAt() {
    return soakedAt;
  }

  public Instant endedAt() {
    return endedAt;
  }

  public boolean isRollbackAutomatic() {
    return rollback != null && rollback.isAutomatic();
  }

  /** Whether others had changed the environment before the first step was undone. */
  public boolean isRollbackDrifted() {
    return rollback != null && rollback.isDrifted();
  }

  /** What undoing it may lose; null for nothing. */
  public LossDigest rollbackLosses() {
    return rollback == null ? null : rollback.losses();
  }

  public String rollbackReason() {
    return rollback == null ? null : rollback.reason();
  }

  /** Who asked for the rollback; null when nobody did. */
  public UserId rollbackBy() {
    return rollback == null ? null : rollback.by();
  }

  /** Null where nothing failed. */
  public Failure failure() {
    return StoredFailure.read(failure);
  }

  /** JSON; null before it was taken. */
  public String backup() {
    return backup;
  }

  /** Why it may go without a backup; null when nobody said so. */
  public String backupWaiver() {
    return backupWaiver;
  }
}
