package org.freehold.releases.approvals;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.freehold.environments.EnvironmentDetails;
import org.freehold.environments.EnvironmentDirectory;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.Guarded;
import org.freehold.platform.Invalid;
import org.freehold.platform.NotAllowed;
import org.freehold.platform.NotAudited;
import org.freehold.platform.NotFound;
import org.freehold.platform.On;
import org.freehold.platform.Page;
import org.freehold.platform.PeopleOnly;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.platform.json.JsonText;
import org.freehold.releases.DeploymentId;
import org.freehold.releases.ReleaseId;
import org.freehold.releases.approvals.internal.ApprovalProof;
import org.freehold.releases.approvals.internal.ApprovalSignatures;
import org.freehold.releases.approvals.internal.ApprovalsOnRecord;
import org.freehold.releases.approvals.internal.Dsse;
import org.freehold.releases.approvals.internal.ReleaseApproval;
import org.freehold.releases.approvals.internal.ReleaseApprovalRepository;
import org.freehold.releases.gates.ApprovalFacts;
import org.freehold.releases.internal.Deployment;
import org.freehold.releases.internal.DeploymentRepository;
import org.freehold.releases.internal.Release;
import org.freehold.releases.internal.ReleaseRepository;

/**
 * What people say of releases that are planned for an environment: yes or no, each for one plan,
 * signed, and by people only.
 */
@Stateless
@Guarded
public class ReleaseApprovals {
  private static final int MOST = 200;
  private static final int LONGEST_COMMENT = 2000;

  @Inject private ReleaseRepository releases;
  @Inject private DeploymentRepository deployments;
  @Inject private ReleaseApprovalRepository approvals;
  @Inject private EnvironmentDirectory environments;
  @Inject private ApprovalSignatures signatures;
  @Inject private ApprovalsOnRecord onRecord;
  @Inject private ChangeLog changes;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  /** The plan that waits in one environment. */
  private record Planned(Release release, Deployment deployment, EnvironmentDetails environment) {}

  /** Refused from those who made it, unless the environment allows that. */
  @RequiresPermission("releases:approve")
  @PeopleOnly
  @Audited(value = "release.approved", complianceRelevant = true)
  public ApprovalDetails approve(@On("release") ReleaseId release, ApprovalFields fields) {
    Planned planned = planned(release, fields.environment());
    UserId caller = CurrentCall.get().actor().userId();
    ApprovalFacts before = facts(planned);
    if (!before.mayApprove(caller)) {
      throw NotAllowed.because(
          "self_approval",
          "Who made or prepared a release does not approve it for " + fields.environment() + ".",
          "Somebody else with releases:approve must; the environment's policy can allow it otherwise.");
    }
    ReleaseApproval approval = decide(planned, ApprovalDecision.APPROVED, fields);
    int given = facts(planned).approvers().size();
    planned.deployment().approvalsAre(given, before.required(), clock.instant());
    deployments.flush();
    events.fire(
        new ApprovalEvents.Approved(
            release,
            planned.release().ref(),
            planned.deployment().id(),
            planned.environment().name(),
            planned.environment().id(),
            caller,
            given,
            before.required()));
    return details(approval, planned.release(), planned.deployment());
  }

  /** One is enough to block the plan; even its author may say so. */
  @RequiresPermission("releases:approve")
  @PeopleOnly
  @Audited(value = "release.rejected", complianceRelevant = true)
  public ApprovalDetails reject(@On("release") ReleaseId release, ApprovalFields fields) {
    Planned planned = planned(release, fields.environment());
    ReleaseApproval rejection = decide(planned, ApprovalDecision.REJECTED, fields);
    events.fire(
        new ApprovalEvents.Rejected(
            release,
            planned.release().ref(),
            planned.deployment().id(),
            planned.environment().name(),
            planned.environment().id(),
            CurrentCall.get().actor().userId(),
            fields.comment()));
    return details(rejection, planned.release(), planned.deployment());
  }

  private ReleaseApproval decide(
      Planned planned, ApprovalDecision decision, ApprovalFields fields) {
    UserId caller = CurrentCall.get().actor().userId();
    boolean again =
        approvals.of(CurrentCall.tenantId(), List.of(planned.deployment().id())).stream()
            .filter(one -> one.userId().equals(caller))
            .anyMatch(
                one -> one.decision() == decision || one.decision() == ApprovalDecision.REJECTED);
    if (again) {
      throw new Conflict(
          "already_decided",
          "You have decided on this plan already.",
          "A rejection stands until the release is prepared again.");
    }
    ReleaseApproval approval =
        signatures.sign(
            said(planned, decision, fields.comment()), fields.signature(), clock.instant());
    approvals.add(approval);
    Release release = planned.release();
    changes
        .about("release", release.id().value())
        .inProject(release.projectId() == null ? null : release.projectId().value())
        .after(
            new ApprovalChange(
                approval.id(),
                approval.deploymentId(),
                planned.environment().name(),
                decision,
                approval.comment(),
                approval.manifestDigest(),
                approval.keyId()));
    return approval;
  }

  /** Of all its plans, in the order in which they were given. */
  @RequiresPermission("releases:read")
  public Page<ApprovalDetails> list(@On("release") ReleaseId id) {
    TenantId tenant = CurrentCall.tenantId();
    Release release = release(id);
    Map<DeploymentId, Deployment> plans =
        deployments.ofRelease(tenant, id, MOST).stream()
            .collect(Collectors.toMap(Deployment::id, Function.identity()));
    return new Page<>(
        approvals.of(tenant, plans.keySet()).stream()
            .map(one -> details(one, release, plans.get(one.deploymentId())))
            .toList(),
        null);
  }

  /** What the caller has to sign in order to decide like this. */
  @RequiresPermission("releases:approve")
  @PeopleOnly
  @NotAudited("It only reads.")
  public StatementToSign statement(
      @On("release") ReleaseId release,
      String environment,
      ApprovalDecision decision,
      String comment) {
    if (comment != null && comment.length() > LONGEST_COMMENT) {
      throw Invalid.at("comment", "size", "A comment has 2000 characters at the most.");
    }
    Planned planned = planned(release, environment);
    byte[] bytes = signatures.statement(said(planned, decision, comment)).bytes();
    Base64.Encoder base64 = Base64.getEncoder();
    return new StatementToSign(
        planned.deployment().id(),
        CurrentCall.get().actor().userId(),
        decision,
        planned.deployment().plan().manifestDigest(),
        Dsse.IN_TOTO,
        base64.encodeToString(bytes),
        base64.encodeToString(Dsse.pae(Dsse.IN_TOTO, bytes)),
        JsonText.parseObject(new ByteArrayInputStream(bytes)));
  }

  @RequiresPermission("releases:read")
  public ApprovalDetails details(@On("release") ReleaseId release, ReleaseApprovalId id) {
    ReleaseApproval approval = find(id);
    return details(approval, release(release), deployment(approval, release));
  }

  /** The proof, for whoever verifies it elsewhere. */
  @RequiresPermission("releases:read")
  public DsseEnvelope envelope(@On("release") ReleaseId release, ReleaseApprovalId id) {
    ReleaseApproval approval = find(id);
    deployment(approval, release);
    return ApprovalProof.envelope(approval.envelope());
  }

  private ReleaseApproval find(ReleaseApprovalId id) {
    return approvals.byId(CurrentCall.tenantId(), id).orElseThrow(ReleaseApprovals::unknown);
  }

  /** Of that release, or there is no such approval. */
  private Deployment deployment(ReleaseApproval approval, ReleaseId release) {
    return deployments
        .byId(CurrentCall.tenantId(), approval.deploymentId())
        .filter(deployment -> deployment.releaseId().equals(release))
        .orElseThrow(ReleaseApprovals::unknown);
  }

  private static NotFound unknown() {
    return new NotFound("approval");
  }

  private ApprovalFacts facts(Planned planned) {
    return onRecord.of(
        CurrentCall.tenantId(),
        planned.release(),
        planned.deployment(),
        planned.environment().policy(),
        null);
  }

  private static ApprovalSignatures.Said said(
      Planned planned, ApprovalDecision decision, String comment) {
    return new ApprovalSignatures.Said(planned.release(), planned.deployment(), decision, comment);
  }

  /** Held until the commit, so that nobody promotes while somebody rejects. */
  private Planned planned(ReleaseId id, String environmentName) {
    TenantId tenant = CurrentCall.tenantId();
    Release release = release(id);
    EnvironmentDetails environment =
        environments
            .named(environmentName, release.projectId())
            .orElseThrow(() -> new NotFound("environment"));
    Deployment deployment =
        deployments
            .open(tenant, id, environment.id())
            .flatMap(open -> deployments.locked(tenant, open.id()))
            .filter(open -> open.status().isOpen())
            .orElseThrow(
                () ->
                    new Conflict(
                        "release_not_prepared",
                        "The release "
                            + release.ref()
                            + " has no plan for "
                            + environment.name()
                            + " that waits to be promoted.",
                        "Plan it with POST /api/releases/prepare first."));
    return new Planned(release, deployment, environment);
  }

  private Release release(ReleaseId id) {
    return releases.byId(CurrentCall.tenantId(), id).orElseThrow(() -> new NotFound("release"));
  }

  private static ApprovalDetails details(
      ReleaseApproval approval, Release release, Deployment deployment) {
    return new ApprovalDetails(
        approval.id(),
        release.ref(),
        release.id(),
        approval.deploymentId(),
        deployment.environment(),
        deployment.environmentId(),
        approval.userId(),
        approval.decision(),
        approval.comment(),
        approval.manifestDigest(),
        approval.keyId(),
        approval.at());
  }
}
