package org.freehold.releases.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.releases.DeploymentId;
import org.freehold.releases.LogLevel;
import org.freehold.releases.ReleaseLogLine;

/** What a deployment had to say; never changes. */
@Entity
@Table(name = "deployment_log")
@IdClass(TenantRowKey.class)
public class DeploymentLogLine {
  private static final int LONGEST = 2000;

  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  @Column(name = "deployment_id")
  private UUID deploymentId;

  private Instant at;
  private String level;
  private Integer step;
  private String message;

  protected DeploymentLogLine() {}

  /** A message that is too long is cut. */
  public DeploymentLogLine(
      TenantId tenant,
      DeploymentId deployment,
      LogLevel level,
      Integer step,
      String message,
      Instant now) {
    tenantId = tenant.value();
    id = Uuid7.next();
    deploymentId = deployment.value();
    at = now;
    this.level = WireNames.of(level);
    this.step = step;
    this.message = message.length() <= LONGEST ? message : message.substring(0, LONGEST);
  }

  public ReleaseLogLine line() {
    return new ReleaseLogLine(
        id,
        new DeploymentId(deploymentId),
        at,
        WireNames.constant(LogLevel.class, level).orElseThrow(),
        step,
        message);
  }

  UUID id() {
    return id;
  }

  Instant at() {
    return at;
  }
}
