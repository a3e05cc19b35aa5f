package org.freehold.releases.gates.internal;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.WireNames;
import org.freehold.releases.DeploymentId;
import org.freehold.releases.gates.Gate;

/** A gate of a deployment of a tenant. JPA 3.1 takes no record here. */
public class DeploymentGateKey implements Serializable {
  private static final long serialVersionUID = 1;

  private UUID tenantId;
  private UUID deploymentId;
  private String gate;

  public DeploymentGateKey() {}

  DeploymentGateKey(TenantId tenant, DeploymentId deployment, Gate gate) {
    tenantId = tenant.value();
    deploymentId = deployment.value();
    this.gate = WireNames.of(gate);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DeploymentGateKey key
        && Objects.equals(tenantId, key.tenantId)
        && Objects.equals(deploymentId, key.deploymentId)
        && Objects.equals(gate, key.gate);
  }

  @Override
  public int hashCode() {
    return Objects.hash(tenantId, deploymentId, gate);
  }
}
