package org.freehold.projects;

import jakarta.json.JsonValue;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.freehold.engine.access.Visibility;
import org.freehold.platform.DomainName;
import org.freehold.platform.IpRange;
import org.freehold.platform.TeamId;
import org.freehold.platform.Text;
import org.freehold.platform.UserId;
import org.freehold.platform.WorkspaceId;
import org.freehold.projects.constraints.KpiValue;
import org.freehold.projects.constraints.PlanningDate;
import org.freehold.projects.constraints.WebAddress;

/**
 * A project as the tenant describes it. Only the name is required. Money is in the tenant's
 * currency, targets are percent, {@code leadTimeHours} and {@code mttrHours} (mean time to
 * recovery) are hours: all with two decimals.
 *
 * @param workspaceId the workspace that the project lies in; null: the tenant as a whole
 * @param ownerId null: whoever creates the project, and later the owner that it has
 * @param endDate not before {@code startDate}
 * @param kpis key figures: texts or numbers
 */
public record ProjectFields(
    @NotBlank @Size(max = Text.NAME) String name,
    @Size(max = Text.DESCRIPTION) String description,
    @Size(max = 2000) @WebAddress String repoUrl,
    WorkspaceId workspaceId,
    UserId ownerId,
    TeamId teamId,
    @Size(max = 100) String department,
    @Size(max = 100) String businessUnit,
    @Size(max = 100) String costCenter,
    ProjectStatus status,
    Priority priority,
    @PlanningDate LocalDate startDate,
    @PlanningDate LocalDate endDate,
    @PositiveOrZero @Digits(integer = 13, fraction = 2) BigDecimal budgetAllocated,
    Boolean requiresApproval,
    @PlanningDate LocalDate reviewDueDate,
    SecurityLevel securityLevel,
    DataClassification dataClassification,
    @Size(max = 50) List<@NotBlank @Size(max = 100) String> complianceRequirements,
    Visibility visibility,
    @Size(max = 50) List<@NotNull @DomainName String> allowedEmailDomains,
    @Size(max = 50) List<@NotNull @IpRange String> allowedIps,
    @Size(max = 100) String primaryLanguage,
    @Size(max = 50) List<@NotBlank @Size(max = 100) String> frameworks,
    @PositiveOrZero @DecimalMax("100") @Digits(integer = 3, fraction = 2)
        BigDecimal codeCoverageTarget,
    @PositiveOrZero @DecimalMax("100") @Digits(integer = 3, fraction = 2)
        BigDecimal testSuccessTarget,
    @Size(max = 100) String deploymentFrequency,
    @PositiveOrZero @Digits(integer = 8, fraction = 2) BigDecimal leadTimeHours,
    @PositiveOrZero @Digits(integer = 8, fraction = 2) BigDecimal mttrHours,
    @PositiveOrZero @Digits(integer = 13, fraction = 2) BigDecimal estimatedCost,
    @PositiveOrZero @Digits(integer = 13, fraction = 2) BigDecimal actualCost,
    @Size(max = 2000) String businessValue,
    @Size(max = 50)
        Map<
                @NotBlank @Size(max = 100) @Pattern(regexp = "[^\\p{Cntrl}\\p{Cs}]*") String,
                @NotNull @KpiValue JsonValue>
            kpis,
    @Size(max = 100) List<@NotNull @Valid Stakeholder> stakeholders) {
  private static final BigDecimal COVERAGE = new BigDecimal("80.00");

  public ProjectFields {
    status = status == null ? ProjectStatus.ACTIVE : status;
    priority = priority == null ? Priority.MEDIUM : priority;
    budgetAllocated = Amounts.withTwoDigits(budgetAllocated);
    requiresApproval = requiresApproval != null && requiresApproval;
    securityLevel = securityLevel == null ? SecurityLevel.INTERNAL : securityLevel;
    dataClassification = dataClassification == null ? DataClassification.NONE : dataClassification;
    complianceRequirements = orEmpty(complianceRequirements);
    visibility = visibility == null ? Visibility.TEAM : visibility;
    allowedEmailDomains = orEmpty(allowedEmailDomains);
    allowedIps = orEmpty(allowedIps);
    frameworks = orEmpty(frameworks);
    codeCoverageTarget =
        codeCoverageTarget == null ? COVERAGE : Amounts.withTwoDigits(codeCoverageTarget);
    testSuccessTarget = Amounts.withTwoDigits(testSuccessTarget);
    leadTimeHours = Amounts.withTwoDigits(leadTimeHours);
    mttrHours = Amounts.withTwoDigits(mttrHours);
    estimatedCost = Amounts.withTwoDigits(estimatedCost);
    actualCost = Amounts.withTwoDigits(actualCost);
    kpis = kpis == null ? Map.of() : kpis;
    stakeholders = orEmpty(stakeholders);
  }

  private static <T> List<T> orEmpty(List<T> list) {
    return list == null ? List.of() : list;
  }
}
