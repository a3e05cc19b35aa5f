package org.freehold.releases.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
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
import org.freehold.platform.json.WireNames;
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
public class Deployment extends PlannedDeployment {
  private String status;

  @Embedded private DeploymentApprovals approvals;

  @Column(name = "steps_done")
  private int stepsDone;

  @Column(name = "requested_by")
  private UUID requestedBy;

  /** Null, as the next two, where there is nothing: of columns that are all null JPA makes none. */
  @Embedded private DeploymentTimes times;

  @Embedded private DeploymentEvidence evidence;

  @Embedded private DeploymentRollback rollback;

  @Column(name = "previous_id")
  private UUID previousId;

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
    super(call, release, to, environmentName, from, prepared, now);
    approved(0, approvals, now);
  }

  /**
   * It was made by other means and is told of only: the environment keeps what we put there, so it
   * counts as superseded at once.
   */
  public Deployment recordedOnly(UserId by, Instant now) {
    require("be recorded", DeploymentStatus.OPEN);
    requestedBy = by == null ? null : by.value();
    times = DeploymentTimes.at(now);
    become(DeploymentStatus.SUPERSEDED, now);
    return this;
  }

  /** How many approvals count now; enough of them and it is planned, else it waits for them. */
  public void approvalsAre(int given, int required, Instant now) {
    require("be approved", DeploymentStatus.OPEN);
    approved(given, required, now);
  }

  private void approved(int given, int required, Instant now) {
    approvals = new DeploymentApprovals(given, required);
    become(
        approvals.isEnough() ? DeploymentStatus.PLANNED : DeploymentStatus.AWAITING_APPROVAL, now);
  }

  /** A newer plan takes its place, or it was rejected. */
  public void discard(Instant now) {
    require("be discarded", DeploymentStatus.OPEN);
    become(DeploymentStatus.DISCARDED, now);
    times = times().ended(now);
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
    times = times().promoting(now);
    previousId = inPlace == null ? null : inPlace.value();
    evidence = evidence().ofWaiver(waiver);
  }

  public void backedUp(String backupJson, Instant now) {
    require("be backed up", Set.of(DeploymentStatus.PROMOTING));
    evidence = evidence().ofBackup(backupJson);
    updatedAt = now;
  }

  /** So many steps of the plan are carried out. */
  public void progress(int done, Instant now) {
    require("go on", DeploymentStatus.AT_WORK);
    stepsDone = Math.max(0, Math.min(done, plan().steps()));
    updatedAt = now;
  }

  /**
   * All steps are carried out.
   *
   * @param operations what undoes the other sections of the bundle; null when there are none
   */
  public void applied(String operations, Instant now) {
    require("be verified", Set.of(DeploymentStatus.PROMOTING));
    evidence = evidence().ofOperations(operations);
    stepsDone = plan().steps();
    become(DeploymentStatus.VERIFYING, now);
  }

  /** The other sections of the bundle are undone. */
  public void operationsUndone(Instant now) {
    require("be undone", Set.of(DeploymentStatus.ROLLING_BACK));
    evidence = evidence().ofOperationsUndone();
    updatedAt = now;
  }

  /** It is healthy, and in place. */
  public void inPlace(Duration soak, String healthJson, Instant now) {
    require("be in place", Set.of(DeploymentStatus.VERIFYING));
    evidence = evidence().ofHealth(healthJson);
    times = times().live(now);
    if (soak.isZero()) {
      times = times.soaked(now);
      become(DeploymentStatus.LIVE, now);
    } else {
      become(DeploymentStatus.SOAKING, now);
    }
  }

  /** It has been in place without a break for as long as the policy wants. */
  public void soaked(Instant now) {
    require("have soaked", Set.of(DeploymentStatus.SOAKING));
    times = times().soaked(now);
    become(DeploymentStatus.LIVE, now);
  }

  public void supersede(Instant now) {
    require("be superseded", DeploymentStatus.IN_PLACE);
    become(DeploymentStatus.SUPERSEDED, now);
    times = times().ended(now);
  }

  /**
   * In place again, since what superseded it was undone. It begins to soak anew where it had not
   * soaked: soaking is without a break.
   */
  public void restore(Instant now) {
    require("be in place again", Set.of(DeploymentStatus.SUPERSEDED));
    times = times().ended(null).live(now);
    becomeInPlace(now);
  }

  private void becomeInPlace(Instant now) {
    become(times().soakedAt() == null ? DeploymentStatus.SOAKING : DeploymentStatus.LIVE, now);
  }

  /** It could not begin: nothing was done to the environment. */
  public void failUntouched(Failure what, Instant now) {
    require("fail", Set.of(DeploymentStatus.PROMOTING));
    fail(what, now);
  }

  /** It failed on its way, and what was done is undone by itself. */
  public void rollBackAfter(Failure what, String healthJson, Instant now) {
    require("fail", Set.of(DeploymentStatus.PROMOTING, DeploymentStatus.VERIFYING));
    evidence = evidence().ofFailure(what);
    if (healthJson != null) {
      evidence = evidence.ofHealth(healthJson);
    }
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
      times = times().ended(null);
    } else {
      require("be rolled back", DeploymentStatus.IN_PLACE);
      rollback = new DeploymentRollback(false, reason, by).accepting(losses);
      evidence = evidence().ofFailure(null);
    }
    become(DeploymentStatus.ROLLING_BACK, now);
  }

  /** It is not undone after all, and as nothing was undone yet it is in place as it was. */
  public void keepInPlace(Failure why, Instant now) {
    require("be kept in place", Set.of(DeploymentStatus.ROLLING_BACK));
    rollback = null;
    evidence = evidence().ofFailure(why);
    times = times().ended(null);
    becomeInPlace(now);
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
    times = times().ended(now);
  }

  /** What was done could not be undone: somebody must look. */
  public void rollbackFailed(Failure what, Instant now) {
    require("fail", Set.of(DeploymentStatus.ROLLING_BACK));
    fail(what, now);
  }

  private void fail(Failure what, Instant now) {
    evidence = evidence().ofFailure(what);
    become(DeploymentStatus.FAILED, now);
    times = times().ended(now);
  }

  private void require(String what, Set<DeploymentStatus> statuses) {
    if (!statuses.contains(status())) {
      throw new Conflict(
          "deployment_not_ready",
          "The deployment to " + environment() + " is " + status + " and cannot " + what + ".",
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
        environment(),
        environmentId(),
        status(),
        plan().manifestDigest(),
        plan().findingsCount(),
        approvals.details(),
        plan().plannedAt(),
        plan().plannedBy(),
        requestedBy(),
        times().promotingAt(),
        times().liveAt(),
        times().soakedAt(),
        times().endedAt(),
        new DeploymentDetails.Steps(stepsDone, plan().steps()),
        evidence().failure(),
        rollback == null ? null : rollback.details());
  }

  public DeploymentStatus status() {
    return WireNames.constant(DeploymentStatus.class, status).orElseThrow();
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

  public DeploymentTimes times() {
    return times == null ? DeploymentTimes.NONE : times;
  }

  public DeploymentEvidence evidence() {
    return evidence == null ? DeploymentEvidence.NONE : evidence;
  }

  /** What its undoing is, where it was begun. */
  public DeploymentRollback rollback() {
    return rollback == null ? DeploymentRollback.NONE : rollback;
  }
}
