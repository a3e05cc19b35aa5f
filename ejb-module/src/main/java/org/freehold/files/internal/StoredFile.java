package org.freehold.files.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.freehold.files.FileDetails;
import org.freehold.files.FileFields;
import org.freehold.files.FileId;
import org.freehold.files.ReceivedContent;
import org.freehold.platform.CallContext;
import org.freehold.platform.UserId;
import org.freehold.platform.persistence.TenantRowKey;
import org.freehold.projects.ProjectId;
import org.freehold.projects.TaskId;

/** A file whose bytes are in the storage. It comes and goes, and never changes. */
@Entity
@Table(name = "file")
@IdClass(TenantRowKey.class)
public class StoredFile {
  @Id
  @Column(name = "tenant_id")
  private UUID tenantId;

  @Id private UUID id;

  @Column(name = "project_id")
  private UUID projectId;

  @Column(name = "task_id")
  private UUID taskId;

  private String name;
  private String description;

  @Column(name = "content_type")
  private String contentType;

  @Column(name = "size_bytes")
  private long sizeBytes;

  private String sha256;

  @Column(name = "uploaded_by")
  private UUID uploadedBy;

  @Column(name = "created_at")
  private Instant createdAt;

  protected StoredFile() {}

  public StoredFile(CallContext call, FileFields fields, ReceivedContent content, Instant now) {
    tenantId = call.tenantId().value();
    id = content.id().value();
    projectId = fields.projectId() == null ? null : fields.projectId().value();
    taskId = fields.taskId() == null ? null : fields.taskId().value();
    name = fields.name().value();
    description = fields.description();
    contentType = content.contentType();
    sizeBytes = content.sizeBytes();
    sha256 = content.sha256();
    UserId person = call.actor().person();
    uploadedBy = person == null ? null : person.value();
    createdAt = now;
  }

  public FileDetails details() {
    return new FileDetails(
        id(),
        projectId(),
        taskId == null ? null : new TaskId(taskId),
        name,
        description,
        contentType,
        sizeBytes,
        sha256,
        uploadedBy == null ? null : new UserId(uploadedBy),
        createdAt);
  }

  public FileId id() {
    return new FileId(id);
  }

  /** Null: the file is the tenant's. */
  public ProjectId projectId() {
    return projectId == null ? null : new ProjectId(projectId);
  }

  String name() {
    return name;
  }

  long sizeBytes() {
    return sizeBytes;
  }

  Instant createdAt() {
    return createdAt;
  }
}
