package org.freehold.projects.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.freehold.platform.Invalid;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.WireNames;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.projects.Priority;
import org.freehold.projects.ProjectId;
import org.freehold.projects.TaskDetails;
import org.freehold.projects.TaskFields;
import org.freehold.projects.TaskId;
import org.freehold.projects.TaskStatus;

/** A piece of work in a project, which it never leaves. Completed exactly as long as it is done. */
@Entity
@Table(name = "task")
@IdClass(TenantRowKey.class)
public class Task {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  @Column(name = "project_id")
  private UUID projectId;

  private String title;
  private String description;
  private String status;
  private String priority;

  @Column(name = "assignee_id")
  private UUID assigneeId;

  @Column(name = "due_date")
  private LocalDate dueDate;

  @Column(name = "estimate_hours")
  private BigDecimal estimateHours;

  @Column(name = "completed_at")
  private Instant completedAt;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "updated_at")
  private Instant updatedAt;

  @Version private long version;

  protected Task() {}

  public Task(TenantId tenant, TaskFields fields, Instant now) {
    tenantId = tenant.value();
    id = Uuid7.next();
    projectId = fields.projectId().value();
    createdAt = now;
    change(fields, now);
  }

  public void change(TaskFields fields, Instant now) {
    if (!fields.projectId().value().equals(projectId)) {
      throw Invalid.at("/project_id", "fixed", "A task cannot move to another project.");
    }
    title = fields.title();
    description = fields.description();
    status = WireNames.of(fields.status());
    priority = WireNames.of(fields.priority());
    assigneeId = fields.assigneeId() == null ? null : fields.assigneeId().value();
    dueDate = fields.dueDate();
    estimateHours = fields.estimateHours();
    completedAt = completion(fields.status(), now);
    updatedAt = now;
  }

  private Instant completion(TaskStatus next, Instant now) {
    if (next != TaskStatus.DONE) {
      return null;
    }
    return completedAt == null ? now : completedAt;
  }

  public TaskFields fields() {
    return new TaskFields(
        projectId(),
        title,
        description,
        WireNames.constant(TaskStatus.class, status).orElseThrow(),
        WireNames.constant(Priority.class, priority).orElseThrow(),
        assigneeId == null ? null : new UserId(assigneeId),
        dueDate,
        estimateHours);
  }

  public TaskDetails details() {
    TaskFields fields = fields();
    return new TaskDetails(
        id(),
        fields.projectId(),
        title,
        description,
        fields.status(),
        fields.priority(),
        fields.assigneeId(),
        dueDate,
        estimateHours,
        completedAt,
        createdAt,
        updatedAt,
        version);
  }

  public TaskId id() {
    return new TaskId(id);
  }

  public ProjectId projectId() {
    return new ProjectId(projectId);
  }

  public String title() {
    return title;
  }

  /** As on the wire. */
  String status() {
    return status;
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
