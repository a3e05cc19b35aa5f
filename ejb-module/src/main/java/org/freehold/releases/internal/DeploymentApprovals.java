package org.freehold.releases.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.freehold.releases.DeploymentDetails.Approvals;

/** How many people approved a deployment, and how many must; never changes. */
@Embeddable
public class DeploymentApprovals {
  @Column(name = "approvals_given")
  private int given;

  @Column(name = "approvals_required")
  private int required;

  protected DeploymentApprovals() {}

  DeploymentApprovals(int given, int required) {
    this.given = given;
    this.required = required;
  }

  boolean isEnough() {
    return given >= required;
  }

  Approvals details() {
    return new Approvals(given, required);
  }
}
