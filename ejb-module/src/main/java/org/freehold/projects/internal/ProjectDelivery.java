package org.freehold.projects.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.List;
import org.freehold.platform.persistence.JsonList;
import org.freehold.projects.ProjectFields;

/** What a project is built with, and how well and how often it is to be delivered. */
@Embeddable
public class ProjectDelivery {
  @Column(name = "primary_language")
  private String primaryLanguage;

  @Convert(converter = JsonList.class)
  private List<String> frameworks;

  @Column(name = "code_coverage_target")
  private BigDecimal codeCoverageTarget;

  @Column(name = "test_success_target")
  private BigDecimal testSuccessTarget;

  @Column(name = "deployment_frequency")
  private String deploymentFrequency;

  @Column(name = "lead_time_hours")
  private BigDecimal leadTimeHours;

  @Column(name = "mttr_hours")
  private BigDecimal mttrHours;

  protected ProjectDelivery() {}

  ProjectDelivery(ProjectFields fields) {
    primaryLanguage = fields.primaryLanguage();
    frameworks = fields.frameworks();
    codeCoverageTarget = fields.codeCoverageTarget();
    testSuccessTarget = fields.testSuccessTarget();
    deploymentFrequency = fields.deploymentFrequency();
    leadTimeHours = fields.leadTimeHours();
    mttrHours = fields.mttrHours();
  }

  String primaryLanguage() {
    return primaryLanguage;
  }

  List<String> frameworks() {
    return frameworks;
  }

  BigDecimal codeCoverageTarget() {
    return codeCoverageTarget;
  }

  BigDecimal testSuccessTarget() {
    return testSuccessTarget;
  }

  String deploymentFrequency() {
    return deploymentFrequency;
  }

  BigDecimal leadTimeHours() {
    return leadTimeHours;
  }

  BigDecimal mttrHours() {
    return mttrHours;
  }
}
