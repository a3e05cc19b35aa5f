package org.freehold.releases.gates.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.JsonText;
import org.freehold.releases.DeploymentId;
import org.freehold.releases.gates.Gate;
import org.freehold.releases.gates.GateDetails;
import org.freehold.releases.gates.GateOutcome;

/** How the deployments of one tenant fared at their gates. */
@ApplicationScoped
public class GateRepository {
  @PersistenceContext private EntityManager em;

  /** Writes it down, over what was found before. */
  public void record(
      TenantId tenant,
      DeploymentId deployment,
      Gate gate,
      GateOutcome outcome,
      Map<String, Object> evidence,
      Instant now) {
    DeploymentGate known =
        em.find(DeploymentGate.class, new DeploymentGateKey(tenant, deployment, gate));
    DeploymentGate row = known == null ? new DeploymentGate(tenant, deployment, gate) : known;
    row.found(outcome, JsonText.parseObject(JsonText.of(evidence)), now);
    if (known == null) {
      em.persist(row);
    }
    em.flush();
  }

  /** In the order of the gates. */
  public List<GateDetails> of(TenantId tenant, DeploymentId deployment) {
    return em.createQuery(
            "select g from DeploymentGate g where g.tenantId = :tenant and g.deploymentId = :deployment",
            DeploymentGate.class)
        .setParameter("tenant", tenant.value())
        .setParameter("deployment", deployment.value())
        .getResultStream()
        .map(DeploymentGate::details)
        .sorted(Comparator.comparing(GateDetails::gate))
        .toList();
  }
}
