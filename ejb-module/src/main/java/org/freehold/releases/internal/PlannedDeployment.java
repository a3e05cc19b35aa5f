package org.freehold.releases.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;
import org.freehold.environments.EnvironmentId;
import org.freehold.platform.CallContext;
import org.freehold.platform.Uuid7;
import org.freehold.releases.DeploymentId;
import org.freehold.releases.ReleaseId;

/** What a deployment is of, where to, and what it is to do: all that never changes of it. */
@MappedSuperclass
public class PlannedDeployment {
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

  @Embedded private DeploymentPlan plan;

  @Column(name = "created_at")
  private Instant createdAt;

  protected PlannedDeployment() {}

  PlannedDeployment(
      CallContext call,
      ReleaseId release,
      EnvironmentId to,
      String environmentName,
      EnvironmentId from,
      PreparedPlan prepared,
      Instant now) {
    tenantId = call.tenantId().value();
    id = Uuid7.next();
    releaseId = release.value();
    environmentId = to.value();
    environment = environmentName;
    fromEnvironmentId = from == null ? null : from.value();
    plan = new DeploymentPlan(call, prepared, now);
    createdAt = now;
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

  /** What is to be done, and what was known when it was planned. */
  public DeploymentPlan plan() {
    return plan;
  }
}
