package org.freehold.projects;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.freehold.engine.access.Visibility;
import org.freehold.platform.TeamId;
import org.freehold.platform.UserId;
import org.freehold.platform.Versioned;
import org.freehold.platform.WorkspaceId;

/**
 * A project as the API tells it: its fields as {@link ProjectFields} explains them, and when it was
 * made and changed.
 */
public record ProjectDetails(
    ProjectId id,
    String name,
    String description,
    String repoUrl,
    WorkspaceId workspaceId,
    UserId ownerId,
    TeamId teamId,
    String department,
    String businessUnit,
    String costCenter,
    ProjectStatus status,
    Priority priority,
    LocalDate startDate,
    LocalDate endDate,
    BigDecimal budgetAllocated,
    Boolean requiresApproval,
    LocalDate reviewDueDate,
    SecurityLevel securityLevel,
    DataClassification dataClassification,
    List<String> complianceRequirements,
    Visibility visibility,
    List<String> allowedEmailDomains,
    List<String> allowedIps,
    String primaryLanguage,
    List<String> frameworks,
    BigDecimal codeCoverageTarget,
    BigDecimal testSuccessTarget,
    String deploymentFrequency,
    BigDecimal leadTimeHours,
    BigDecimal mttrHours,
    BigDecimal estimatedCost,
    BigDecimal actualCost,
    String businessValue,
    Map<String, JsonValue> kpis,
    List<Stakeholder> stakeholders,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements Versioned {
  public static ProjectDetails of(
      ProjectId id, ProjectFields fields, Instant createdAt, Instant updatedAt, long version) {
    return new ProjectDetails(
        id,
        fields.name(),
        fields.description(),
        fields.repoUrl(),
        fields.workspaceId(),
        fields.ownerId(),
        fields.teamId(),
        fields.department(),
        fields.businessUnit(),
        fields.costCenter(),
        fields.status(),
        fields.priority(),
        fields.startDate(),
        fields.endDate(),
        fields.budgetAllocated(),
        fields.requiresApproval(),
        fields.reviewDueDate(),
        fields.securityLevel(),
        fields.dataClassification(),
        fields.complianceRequirements(),
        fields.visibility(),
        fields.allowedEmailDomains(),
        fields.allowedIps(),
        fields.primaryLanguage(),
        fields.frameworks(),
        fields.codeCoverageTarget(),
        fields.testSuccessTarget(),
        fields.deploymentFrequency(),
        fields.leadTimeHours(),
        fields.mttrHours(),
        fields.estimatedCost(),
        fields.actualCost(),
        fields.businessValue(),
        fields.kpis(),
        fields.stakeholders(),
        createdAt,
        updatedAt,
        version);
  }
}
