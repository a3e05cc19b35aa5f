package org.freehold.web.openapi;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.freehold.access.RoleAssignmentDetails;
import org.freehold.access.RoleDetails;
import org.freehold.access.RoleMatrix;
import org.freehold.access.WhoAmI;
import org.freehold.access.explain.AccessExplanation;
import org.freehold.access.explain.AccessQuestion;
import org.freehold.access.explain.ExplainedChange;
import org.freehold.access.explain.ExplainedReason;
import org.freehold.access.policies.PolicyAttribute;
import org.freehold.alerts.AlertDetails;
import org.freehold.analytics.Analytics;
import org.freehold.analytics.AnalyticsHistory;
import org.freehold.analytics.Integrations;
import org.freehold.analytics.Overview;
import org.freehold.analytics.PlatformFigures;
import org.freehold.audit.AuditEventDetails;
import org.freehold.audit.RecordedEvent;
import org.freehold.audit.sealing.AuditKeyDetails;
import org.freehold.compliance.ReportDetails;
import org.freehold.compliance.results.Answer;
import org.freehold.compliance.results.ControlResult;
import org.freehold.compliance.results.ReportDocument;
import org.freehold.compliance.results.TrailResult;
import org.freehold.domains.DomainDetails;
import org.freehold.engine.migration.Difference;
import org.freehold.engine.migration.Finding;
import org.freehold.engine.migration.Step;
import org.freehold.environments.DryRun;
import org.freehold.environments.EnvironmentDetails;
import org.freehold.environments.EnvironmentDrift;
import org.freehold.environments.EnvironmentTarget;
import org.freehold.environments.FreezeWindow;
import org.freehold.files.FileDetails;
import org.freehold.files.FileFigures;
import org.freehold.flags.FlagActor;
import org.freehold.flags.FlagAnswer;
import org.freehold.flags.FlagChangeDetails;
import org.freehold.flags.FlagCondition;
import org.freehold.flags.FlagEnvironment;
import org.freehold.flags.FlagRule;
import org.freehold.flags.FlagScheduleDetails;
import org.freehold.flags.FlagServe;
import org.freehold.forwarding.DestinationDetails;
import org.freehold.health.HealthReport;
import org.freehold.identity.SessionDetails;
import org.freehold.jobs.JobDetails;
import org.freehold.jobs.JobParameter;
import org.freehold.jobs.RunDetails;
import org.freehold.jobs.ScheduleDetails;
import org.freehold.keys.ApiKeyDetails;
import org.freehold.keys.ApiKeyUsage;
import org.freehold.keys.NewApiKey;
import org.freehold.keys.NewPortalLink;
import org.freehold.keys.PortalSession;
import org.freehold.limits.Usage;
import org.freehold.market.TemplateUseDetails;
import org.freehold.market.UsedThing;
import org.freehold.pages.TenantPageSection;
import org.freehold.plans.InvoiceDetails;
import org.freehold.plans.NewPlan;
import org.freehold.plans.SubscriptionDetails;
import org.freehold.plans.SubscriptionPlan;
import org.freehold.projects.TaskDetails;
import org.freehold.releases.Board;
import org.freehold.releases.DeploymentDetails;
import org.freehold.releases.Manifest;
import org.freehold.releases.ReleaseDetails;
import org.freehold.releases.ReleaseLogLine;
import org.freehold.releases.approvals.ApprovalDetails;
import org.freehold.releases.approvals.ApproverKeyDetails;
import org.freehold.releases.metrics.DeliveryFigures;
import org.freehold.releases.metrics.ReleasesAtAGlance;
import org.freehold.retention.LegalHoldDetails;
import org.freehold.retention.RetentionPlanDetails;
import org.freehold.retention.RetentionPolicyDetails;
import org.freehold.retention.RetentionPreview;
import org.freehold.tenancy.TenantDetails;
import org.freehold.tenancy.UserDetails;
import org.freehold.web.health.HealthResource;
import org.freehold.webhooks.AttemptDetails;
import org.freehold.webhooks.DeliveryDetails;
import org.freehold.webhooks.DeliveryExplanation;
import org.freehold.webhooks.EndpointDetails;
import org.freehold.webhooks.LedgerFinding;
import org.freehold.webhooks.MessageWithBody;
import org.freehold.webhooks.NewEndpoint;
import org.freehold.webhooks.ReplayDetails;
import org.freehold.webhooks.ReplayPreview;
import org.freehold.webhooks.WebhookAlarm;
import org.freehold.webhooks.WebhookFigures;

/**
 * Which members of an answer may be null. What mirrors a field of the request is null when the
 * field may stay empty; the rest is said here, because the records do not say it.
 */
final class Nullability {
  private static final Map<Class<?>, Set<String>> ALSO =
      Map.ofEntries(
          Map.entry(TenantDetails.class, Set.of("parentSlug", "ownerEmail")),
          Map.entry(
              EnvironmentDetails.class,
              Set.of("projectId", "url", "healthUrl", "fingerprint", "deployedAt")),
          Map.entry(EnvironmentTarget.class, Set.of("jdbcUrl", "user", "schema")),
          Map.entry(EnvironmentDrift.class, Set.of("checkedAt")),
          Map.entry(Difference.class, Set.of("expected", "found")),
          Map.entry(FreezeWindow.class, Set.of("from", "until", "weekly")),
          Map.entry(UserDetails.class, Set.of("lastLoginAt")),
          Map.entry(RoleDetails.class, Set.of("createdAt", "updatedAt")),
          Map.entry(RoleMatrix.Row.class, Set.of("workspaceId")),
          Map.entry(RoleAssignmentDetails.class, Set.of("createdBy")),
          Map.entry(TaskDetails.class, Set.of("completedAt")),
          Map.entry(SessionDetails.class, Set.of("ipAddress", "userAgent")),
          Map.entry(WhoAmI.Identity.class, Set.of("user", "apiKey", "tenant")),
          Map.entry(
              ApiKeyDetails.class, Set.of("rotatedAt", "overlapUntil", "revokedAt", "lastUsedAt")),
          Map.entry(
              NewApiKey.class, Set.of("key", "role", "permissions", "expiresAt", "overlapUntil")),
          Map.entry(NewPortalLink.class, Set.of("url")),
          Map.entry(PortalSession.class, Set.of("token")),
          Map.entry(ApprovalDetails.class, Set.of("comment", "keyId")),
          Map.entry(
              DeliveryFigures.class,
              Set.of("changeFailureRate", "leadTimeSeconds", "timeToRestoreSeconds")),
          Map.entry(ReleasesAtAGlance.class, Set.of("latestRelease", "environment")),
          Map.entry(ApproverKeyDetails.class, Set.of("revokedAt")),
          Map.entry(ApiKeyUsage.class, Set.of("lastUsedAt")),
          Map.entry(HealthReport.Use.class, Set.of("usedPercent")),
          Map.entry(Overview.class, Set.of("tasks", "people", "files", "audit")),
          Map.entry(FileDetails.class, Set.of("projectId", "taskId", "description", "uploadedBy")),
          Map.entry(FlagRule.class, Set.of("description", "notBefore", "expires")),
          Map.entry(FlagCondition.class, Set.of("attribute")),
          Map.entry(FlagServe.class, Set.of("variant", "split")),
          Map.entry(FlagEnvironment.class, Set.of("enabled", "rules", "otherwise")),
          Map.entry(FlagActor.class, Set.of("id", "name")),
          Map.entry(FlagChangeDetails.class, Set.of("before", "after", "reason")),
          Map.entry(FlagScheduleDetails.class, Set.of("failure", "endedAt")),
          Map.entry(FlagAnswer.class, Set.of("rule", "bucketBy", "bucket")),
          Map.entry(FlagAnswer.Look.class, Set.of("about", "condition")),
          Map.entry(FileFigures.class, Set.of("quotaBytes")),
          Map.entry(
              ReleaseDetails.class,
              Set.of("projectId", "description", "releaseNotes", "bundleDigest", "createdBy")),
          Map.entry(
              DeploymentDetails.class,
              Set.of(
                  "plannedBy",
                  "requestedBy",
                  "promotingAt",
                  "liveAt",
                  "soakedAt",
                  "endedAt",
                  "failure",
                  "rollback")),
          Map.entry(DeploymentDetails.Failure.class, Set.of("step", "message")),
          Map.entry(DeploymentDetails.Rollback.class, Set.of("reason", "by")),
          Map.entry(Manifest.class, Set.of("parentDigest", "sections")),
          Map.entry(ReleaseLogLine.class, Set.of("step")),
          Map.entry(Board.Row.class, Set.of("live")),
          Map.entry(Board.Place.class, Set.of("url")),
          Map.entry(Step.class, Set.of("table", "index", "backfill")),
          Map.entry(Finding.class, Set.of("safeForm")),
          Map.entry(DryRun.StepTrial.class, Set.of("lock")),
          Map.entry(TemplateUseDetails.class, Set.of("failure", "endedAt")),
          Map.entry(UsedThing.class, Set.of("id")),
          Map.entry(TenantPageSection.class, Set.of("heading")),
          Map.entry(SubscriptionPlan.class, Set.of("description")),
          Map.entry(NewPlan.class, Set.of("description")),
          Map.entry(
              Analytics.class,
              Set.of(
                  "people",
                  "projects",
                  "budget",
                  "velocity",
                  "api",
                  "webhooks",
                  "delivery",
                  "platform")),
          Map.entry(AnalyticsHistory.class, Set.of("computedAt")),
          Map.entry(PlatformFigures.Recent.class, Set.of("webhookSuccessRate")),
          Map.entry(Analytics.ApiUse.class, Set.of("limit", "percent")),
          Map.entry(Integrations.class, Set.of("apiKeys", "webhooks")),
          Map.entry(WebhookFigures.Deliveries.class, Set.of("successRate")),
          Map.entry(SubscriptionDetails.class, Set.of("period", "trialEndsAt", "scheduled")),
          Map.entry(SubscriptionDetails.Billing.class, Set.of("status", "pendingPlan", "refusal")),
          Map.entry(InvoiceDetails.class, Set.of("reference", "status", "hostedUrl")),
          Map.entry(Usage.MeterUse.class, Set.of("limit", "percent", "resetsAt")),
          Map.entry(JobDetails.class, Set.of("lastRun")),
          Map.entry(JobParameter.class, Set.of("defaultValue", "pattern")),
          Map.entry(
              RunDetails.class,
              Set.of("node", "startedAt", "endedAt", "heartbeatAt", "exitStatus", "error")),
          Map.entry(
              ReportDetails.class,
              Set.of("completedAt", "proved", "size", "root", "summary", "resultHash")),
          Map.entry(TrailResult.class, Set.of("root")),
          Map.entry(ReportDocument.class, Set.of("checkpoint")),
          Map.entry(TrailResult.Damage.class, Set.of("position", "event")),
          Map.entry(ControlResult.class, Set.of("requirement")),
          Map.entry(Answer.class, Set.of("limits", "sql", "missing", "note")),
          Map.entry(RunDetails.Starter.class, Set.of("id", "email")),
          Map.entry(RunDetails.Progress.class, Set.of("total", "percent", "message")),
          Map.entry(RetentionPolicyDetails.class, Set.of("updatedBy", "updatedAt")),
          Map.entry(
              RetentionPlanDetails.class, Set.of("comment", "decidedBy", "decidedAt", "removedAt")),
          Map.entry(RetentionPreview.class, Set.of("oldest")),
          Map.entry(LegalHoldDetails.class, Set.of("releasedBy", "releasedAt", "releaseReason")),
          Map.entry(DomainDetails.class, Set.of("verifiedAt", "checkedAt", "missingSince")),
          Map.entry(
              EndpointDetails.class,
              Set.of(
                  "statusReason",
                  "failingSince",
                  "clientCertificate",
                  "secretRotation",
                  "consent")),
          Map.entry(EndpointDetails.Consent.class, Set.of("ratePerMinute", "detail")),
          Map.entry(
              EndpointDetails.SecretRotation.class, Set.of("previousExpiresAt", "acceptedAt")),
          Map.entry(
              NewEndpoint.class,
              Set.of(
                  "description",
                  "workspaceId",
                  "retryScheduleSeconds",
                  "rateLimitPerSecond",
                  "clientCertificate",
                  "statusReason",
                  "failingSince",
                  "secretRotation",
                  "consent",
                  "secret")),
          Map.entry(AccessQuestion.Whom.class, Set.of("userId", "apiKeyId")),
          Map.entry(AccessQuestion.Surroundings.class, Set.of("ipAddress", "mfaAgeSeconds")),
          Map.entry(AccessExplanation.class, Set.of("resource", "refusal")),
          Map.entry(
              ExplainedReason.class,
              Set.of(
                  "permission",
                  "role",
                  "entry",
                  "assignmentId",
                  "holder",
                  "workspaceId",
                  "policy",
                  "tests",
                  "userId",
                  "visibility",
                  "byNetwork",
                  "byEmailDomain")),
          Map.entry(
              ExplainedChange.class,
              Set.of(
                  "role",
                  "holder",
                  "workspaceId",
                  "extra",
                  "entry",
                  "assignmentId",
                  "policy",
                  "resource",
                  "apiKeyId",
                  "permission",
                  "until",
                  "network",
                  "inside",
                  "requires",
                  "who")),
          Map.entry(ExplainedChange.Person.class, Set.of("email")),
          Map.entry(PolicyAttribute.class, Set.of("minimum")),
          Map.entry(MessageWithBody.class, Set.of("spreadAt")),
          Map.entry(DeliveryExplanation.class, Set.of("deliveryId")),
          Map.entry(LedgerFinding.class, Set.of("example")),
          Map.entry(ReplayPreview.class, Set.of("oldest", "newest")),
          Map.entry(ReplayDetails.class, Set.of("startedBy", "endedAt")),
          Map.entry(ReplayDetails.Selection.class, Set.of("endpointId", "from", "to", "types")),
          Map.entry(WebhookAlarm.class, Set.of("exampleId")),
          Map.entry(
              DeliveryDetails.class,
              Set.of("reason", "sequence", "nextAttemptAt", "replayId", "endedAt")),
          Map.entry(
              AttemptDetails.class,
              Set.of(
                  "endpointId",
                  "type",
                  "number",
                  "statusCode",
                  "error",
                  "ipAddress",
                  "responseExcerpt")),
          Map.entry(
              DeliveryDetails.Attempt.class,
              Set.of(
                  "number",
                  "statusCode",
                  "error",
                  "ipAddress",
                  "requestHeaders",
                  "responseHeaders",
                  "responseExcerpt")),
          Map.entry(AuditKeyDetails.class, Set.of("introduction")),
          Map.entry(RecordedEvent.class, Set.of("eventId")),
          Map.entry(ScheduleDetails.class, Set.of("nextFireAt", "lastFireAt", "lastRunId")),
          Map.entry(
              DestinationDetails.class,
              Set.of(
                  "caCertificatePem",
                  "statusReason",
                  "lastSuccessAt",
                  "failingSince",
                  "lastError")),
          Map.entry(
              AlertDetails.class,
              Set.of("acknowledgedAt", "acknowledgedBy", "resolvedAt", "resolvedBy", "comment")),
          Map.entry(
              AuditEventDetails.class,
              Set.of(
                  "userId",
                  "userEmail",
                  "apiKeyId",
                  "resourceType",
                  "resourceId",
                  "projectId",
                  "tenant",
                  "ipAddress",
                  "userAgent",
                  "sequence",
                  "oldValues",
                  "newValues",
                  "requestId",
                  "error")));

  private Nullability() {}

  static boolean inAnswer(Class<?> owner, RecordComponent component) {
    return ALSO.getOrDefault(owner, Set.of()).contains(component.getName())
        || fields(owner).map(fields -> emptyIn(fields, component.getName())).orElse(false);
  }

  private static Optional<Class<?>> fields(Class<?> owner) {
    if (!owner.getName().endsWith("Details")) {
      return Optional.empty();
    }
    try {
      return Optional.of(Class.forName(owner.getName().replaceAll("Details$", "Fields")));
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
  }

  private static boolean emptyIn(Class<?> fields, String name) {
    return Arrays.stream(fields.getRecordComponents())
        .filter(component -> component.getName().equals(name))
        .anyMatch(
            component ->
                !Constraints.required(component.getAnnotatedType())
                    && Defaults.of(fields).get(name) == null);
  }

  /** What some callers are not told: the member is not there then. */
  static boolean mayBeAbsent(Class<?> type, RecordComponent component) {
    return type == HealthResource.StatusAndReleases.class && component.getName().equals("releases");
  }
}
