package org.freehold.projects.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.freehold.platform.EntityId;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.BulkInsert;
import org.freehold.platform.persistence.BulkInsert.Column;
import org.freehold.projects.ImportedProject;
import org.freehold.projects.ImportedTask;
import org.freehold.projects.ProjectFields;
import org.freehold.projects.TaskFields;

/** Rows of imported projects and tasks, past the entities. */
@ApplicationScoped
public class ImportRows {
  private static final String UUIDS = "uuid";
  private static final String TEXT = "text";
  private static final String JSON = "jsonb";
  private static final String NUMBER = "numeric";
  private static final String DATE = "date";
  private static final String TIME = "timestamptz";

  private static final BulkInsert<ImportedProject> PROJECTS =
      new BulkInsert<>(
          "project",
          List.of(
              project("id", UUIDS, p -> p.id().value()),
              field("name", TEXT, ProjectFields::name),
              field("description", TEXT, ProjectFields::description),
              field("repo_url", TEXT, ProjectFields::repoUrl),
              field("workspace_id", UUIDS, f -> value(f.workspaceId())),
              field("owner_id", UUIDS, f -> value(f.ownerId())),
              field("team_id", UUIDS, f -> value(f.teamId())),
              field("department", TEXT, ProjectFields::department),
              field("business_unit", TEXT, ProjectFields::businessUnit),
              field("cost_center", TEXT, ProjectFields::costCenter),
              field("status", TEXT, f -> WireNames.of(f.status())),
              field("priority", TEXT, f -> WireNames.of(f.priority())),
              field("priority_rank", "smallint", f -> f.priority().rank()),
              field("start_date", DATE, ProjectFields::startDate),
              field("end_date", DATE, ProjectFields::endDate),
              field("budget_allocated", NUMBER, ProjectFields::budgetAllocated),
              field("requires_approval", "boolean", ProjectFields::requiresApproval),
              field("review_due_date", DATE, ProjectFields::reviewDueDate),
              field("security_level", TEXT, f -> WireNames.of(f.securityLevel())),
              field("data_classification", TEXT, f -> WireNames.of(f.dataClassification())),
              field("compliance_requirements", JSON, f -> JsonText.of(f.complianceRequirements())),
              field("visibility", TEXT, f -> WireNames.of(f.visibility())),
              field("allowed_email_domains", JSON, f -> JsonText.of(f.allowedEmailDomains())),
              field("allowed_ips", JSON, f -> JsonText.of(f.allowedIps())),
              field("primary_language", TEXT, ProjectFields::primaryLanguage),
              field("frameworks", JSON, f -> JsonText.of(f.frameworks())),
              field("code_coverage_target", NUMBER, ProjectFields::codeCoverageTarget),
              field("test_success_target", NUMBER, ProjectFields::testSuccessTarget),
              field("deployment_frequency", TEXT, ProjectFields::deploymentFrequency),
              field("lead_time_hours", NUMBER, ProjectFields::leadTimeHours),
              field("mttr_hours", NUMBER, ProjectFields::mttrHours),
              field("estimated_cost", NUMBER, ProjectFields::estimatedCost),
              field("actual_cost", NUMBER, ProjectFields::actualCost),
              field("business_value", TEXT, ProjectFields::businessValue),
              field("kpis", JSON, f -> StoredKpis.write(f.kpis())),
              field("stakeholders", JSON, f -> StoredStakeholders.write(f.stakeholders())),
              project("created_at", TIME, ImportedProject::createdAt),
              project("updated_at", TIME, ImportedProject::updatedAt),
              project("version", "bigint", p -> 1)));

  private static final BulkInsert<Participation> PARTICIPANTS =
      new BulkInsert<>(
          "project_participant",
          List.of(
              new Column<>("project_id", UUIDS, Participation::project),
              new Column<>("user_id", UUIDS, Participation::user)));

  private static final BulkInsert<ImportedTask> TASKS =
      new BulkInsert<>(
          "task",
          List.of(
              task("id", UUIDS, t -> t.id().value()),
              inTask("project_id", UUIDS, f -> f.projectId().value()),
              inTask("title", TEXT, TaskFields::title),
              inTask("description", TEXT, TaskFields::description),
              inTask("status", TEXT, f -> WireNames.of(f.status())),
              inTask("priority", TEXT, f -> WireNames.of(f.priority())),
              inTask("assignee_id", UUIDS, f -> value(f.assigneeId())),
              inTask("due_date", DATE, TaskFields::dueDate),
              inTask("estimate_hours", NUMBER, TaskFields::estimateHours),
              task("completed_at", TIME, ImportedTask::completedAt),
              task("created_at", TIME, ImportedTask::createdAt),
              task("updated_at", TIME, ImportedTask::updatedAt),
              task("version", "bigint", t -> 1)));

  @PersistenceContext private EntityManager em;

  private record Participation(UUID project, UUID user) {}

  /** Answers how many were new; who takes part in the others is left as people left it. */
  public int addProjects(TenantId tenant, List<ImportedProject> projects) {
    Set<UUID> known = known(tenant, projects.stream().map(p -> p.id().value()).toList());
    List<ImportedProject> fresh =
        projects.stream().filter(p -> !known.contains(p.id().value())).toList();
    int added = insert(PROJECTS, tenant, fresh);
    insert(PARTICIPANTS, tenant, participations(fresh));
    return added;
  }

  private Set<UUID> known(TenantId tenant, List<UUID> ids) {
    return ids.isEmpty()
        ? Set.of()
        : Set.copyOf(
            em.createQuery(
                    "select p.id from Project p where p.tenantId = :tenant and p.id in :ids",
                    UUID.class)
                .setParameter("tenant", tenant.value())
                .setParameter("ids", ids)
                .getResultList());
  }

  private static List<Participation> participations(List<ImportedProject> projects) {
    return projects.stream()
        .flatMap(
            p ->
                p.fields().stakeholders().stream()
                    .map(s -> new Participation(p.id().value(), s.userId().value())))
        .distinct()
        .toList();
  }

  /** Answers how many were new. */
  public int addTasks(TenantId tenant, List<ImportedTask> tasks) {
    return insert(TASKS, tenant, tasks);
  }

  /**
   * PostgreSQL keeps the plans of foreign keys with the connection. One that was made when the
   * tables were almost empty looks at every project of the tenant for every task.
   */
  public void forgetPlans() {
    try (Statement statement = em.unwrap(Connection.class).createStatement()) {
      statement.execute("discard plans");
    } catch (SQLException e) {
      throw new IllegalStateException("The plans could not be discarded", e);
    }
  }

  private <T> int insert(BulkInsert<T> bulk, TenantId tenant, List<T> rows) {
    try {
      return bulk.insert(em.unwrap(Connection.class), tenant, rows);
    } catch (SQLException e) {
      throw new IllegalStateException("The rows could not be imported", e);
    }
  }

  private static UUID value(EntityId id) {
    return id == null ? null : id.value();
  }

  private static Column<ImportedProject> project(
      String name, String type, Function<ImportedProject, Object> value) {
    return new Column<>(name, type, value);
  }

  private static Column<ImportedProject> field(
      String name, String type, Function<ProjectFields, Object> value) {
    return new Column<>(name, type, p -> value.apply(p.fields()));
  }

  private static Column<ImportedTask> task(
      String name, String type, Function<ImportedTask, Object> value) {
    return new Column<>(name, type, value);
  }

  private static Column<ImportedTask> inTask(
      String name, String type, Function<TaskFields, Object> value) {
    return new Column<>(name, type, t -> value.apply(t.fields()));
  }
}
