package org.freehold.compliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings of reports. */
@ApplicationScoped
public class ComplianceSettings {
  @Inject
  @ConfigProperty(name = "freehold.compliance.most-reports")
  private int mostReports;

  /** How many reports a tenant keeps; who wants another removes one. */
  public int mostReports() {
    return mostReports;
  }
}
