package org.freehold.releases.gates.internal;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.JsonMap;
import org.freehold.releases.DeploymentId;
import org.freehold.releases.gates.Gate;
import org.freehold.releases.gates.GateDetails;
import org.freehold.releases.gates.GateOutcome;

/** How a deployment fared at a gate when it was last asked. */
@Entity
@Table(name = "deployment_gate")
@IdClass(DeploymentGateKey.class)
public class DeploymentGate {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id
  @Column(name = "deployment_id")
  private UUID deploymentId;

  @Id private String gate;

  private String outcome;

  @Convert(converter = JsonMap.class)
  private Map<String, JsonValue> evidence;

  private Instant at;

  protected DeploymentGate() {}

  DeploymentGate(TenantId tenant, DeploymentId deployment, Gate gate) {
    tenantId = tenant.value();
    deploymentId = deployment.value();
    this.gate = WireNames.of(gate);
  }

  /** The last word counts: work that is done again after a crash asks again. */
  void found(GateOutcome how, JsonObject looked, Instant now) {
    outcome = WireNames.of(how);
    evidence = looked;
    at = now;
  }

  GateDetails details() {
    return new GateDetails(
        WireNames.constant(Gate.class, gate).orElseThrow(),
        WireNames.constant(GateOutcome.class, outcome).orElseThrow(),
        evidence,
        at);
  }
}
