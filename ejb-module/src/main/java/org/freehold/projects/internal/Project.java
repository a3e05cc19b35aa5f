package org.freehold.projects.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import org.freehold.engine.access.ResourceFacts;
import org.freehold.engine.access.Visibility;
import org.freehold.platform.Invalid;
import org.freehold.platform.TeamId;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.WorkspaceId;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.projects.Priority;
import org.freehold.projects.ProjectDetails;
import org.freehold.projects.ProjectFields;
import org.freehold.projects.ProjectId;
import org.freehold.projects.ProjectStatus;
import org.freehold.projects.Stakeholder;

/** A project. Never ends before it starts; once owned, always owned by somebody. */
@Entity
@Table(name = "project")
@IdClass(TenantRowKey.class)
public class Project {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  @Column(name = "workspace_id")
  private UUID workspaceId;

  private String name;
  private String description;

  @Column(name = "repo_url")
  private String repoUrl;

  @Column(name = "owner_id")
  private UUID ownerId;

  @Column(name = "team_id")
  private UUID teamId;

  private String department;
  private String status;
  private String priority;

  @Column(name = "priority_rank")
  private int priorityRank;

  @Column(name = "start_date")
  private LocalDate startDate;

  @Column(name = "end_date")
  private LocalDate endDate;

  private String visibility;
  @Embedded private ProjectGovernance governance;
  @Embedded private ProjectDelivery delivery;
  @Embedded private ProjectBusiness business;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  protected Project() {}

  /**
   * The creator owns the project unless the fields name somebody; null for a creator that is no
   * person.
   */
  public Project(TenantId tenant, ProjectFields fields, UserId creator, Instant now) {
    tenantId = tenant.value();
    id = Uuid7.next();
    ownerId = creator == null ? null : creator.value();
    createdAt = now;
    change(fields, now);
  }

  public void change(ProjectFields fields, Instant now) {
    requireOrder(fields.startDate(), fields.endDate());
    workspaceId = fields.workspaceId() == null ? null : fields.workspaceId().value();
    name = fields.name();
    description = fields.description();
    repoUrl = fields.repoUrl();
    ownerId = fields.ownerId() == null ? ownerId : fields.ownerId().value();
    teamId = fields.teamId() == null ? null : fields.teamId().value();
    department = fields.department();
    status = WireNames.of(fields.status());
    priority = WireNames.of(fields.priority());
    priorityRank = fields.priority().rank();
    startDate = fields.startDate();
    endDate = fields.endDate();
    visibility = WireNames.of(fields.visibility());
    governance = new ProjectGovernance(fields);
    delivery = new ProjectDelivery(fields);
    business = new ProjectBusiness(fields);
    updatedAt = now;
  }

  private static void requireOrder(LocalDate start, LocalDate end) {
    if (start != null && end != null && end.isBefore(start)) {
      throw Invalid.at("/end_date", "order", "The end must not lie before the start.");
    }
  }

  public ProjectFields fields() {
    return new ProjectFields(
        name,
        description,
        repoUrl,
        workspaceId(),
        ownerId(),
        teamId(),
        department,
        business.businessUnit(),
        business.costCenter(),
        WireNames.constant(ProjectStatus.class, status).orElseThrow(),
        WireNames.constant(Priority.class, priority).orElseThrow(),
        startDate,
        endDate,
        business.budgetAllocated(),
        governance.requiresApproval(),
        governance.reviewDueDate(),
        governance.securityLevel(),
        governance.dataClassification(),
        governance.complianceRequirements(),
        visibility(),
        governance.allowedEmailDomains(),
        governance.allowedIps(),
        delivery.primaryLanguage(),
        delivery.frameworks(),
        delivery.codeCoverageTarget(),
        delivery.testSuccessTarget(),
        delivery.deploymentFrequency(),
        delivery.leadTimeHours(),
        delivery.mttrHours(),
        business.estimatedCost(),
        business.actualCost(),
        business.businessValue(),
        business.kpis(),
        business.stakeholders());
  }

  public ProjectDetails details() {
    return ProjectDetails.of(id(), fields(), createdAt, updatedAt, version);
  }

  /** What decides over access to the project. */
  ResourceFacts facts() {
    return factsOf("projects", id, status);
  }

  /**
   * What decides over access to a thing in the project; the status, as on the wire, is the thing's
   * own.
   */
  ResourceFacts factsOf(String permissionResource, UUID thing, String statusOfThing) {
    return new ResourceFacts(
        permissionResource,
        thing,
        workspaceId,
        ownerId,
        teamId,
        visibility(),
        business.stakeholders().stream()
            .map(Stakeholder::userId)
            .map(UserId::value)
            .collect(Collectors.toSet()),
        governance.attributes(statusOfThing));
  }

  public ProjectId id() {
    return new ProjectId(id);
  }

  public String name() {
    return name;
  }

  public WorkspaceId workspaceId() {
    return workspaceId == null ? null : new WorkspaceId(workspaceId);
  }

  private UserId ownerId() {
    return ownerId == null ? null : new UserId(ownerId);
  }

  private TeamId teamId() {
    return teamId == null ? null : new TeamId(teamId);
  }

  private Visibility visibility() {
    return WireNames.constant(Visibility.class, visibility).orElseThrow();
  }

  public int priorityRank() {
    return priorityRank;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant updatedAt() {
    return updatedAt;
  }

  public long version() {
    return version;
  }
}
