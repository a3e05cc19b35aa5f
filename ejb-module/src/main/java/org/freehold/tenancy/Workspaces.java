package org.freehold.tenancy;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotFound;
import org.freehold.platform.On;
import org.freehold.platform.Page;
import org.freehold.platform.Quotas;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.Stale;
import org.freehold.platform.TenantId;
import org.freehold.platform.WorkspaceId;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.tenancy.internal.Workspace;
import org.freehold.tenancy.internal.WorkspaceMeter;
import org.freehold.tenancy.internal.WorkspaceRepository;

/** The workspaces of a tenant. */
@Stateless
@Guarded
public class Workspaces {
  @Inject private WorkspaceRepository workspaces;
  @Inject private Quotas quotas;
  @Inject private ChangeLog changes;
  @Inject private Event<DomainEvent> events;
  @Inject private Clock clock;

  @RequiresPermission("workspaces:write")
  @Audited("workspace.created")
  public WorkspaceDetails create(WorkspaceFields fields) {
    TenantId tenant = CurrentCall.tenantId();
    quotas.take(WorkspaceMeter.METER, 1);
    if (workspaces.hasSlug(tenant, fields.slug())) {
      throw new Conflict(
          "slug_taken",
          "There is a workspace " + fields.slug() + " already.",
          "Choose another slug.");
    }
    Workspace workspace = new Workspace(tenant, fields, clock.instant());
    workspaces.add(workspace);
    events.fire(
        new TenancyEvents.WorkspaceCreated(workspace.id(), workspace.slug(), workspace.name()));
    changes.about("workspace", workspace.id().value()).after(workspace.fields());
    return workspace.details();
  }

  @RequiresPermission("workspaces:read")
  public Page<WorkspaceDetails> list(PageRequest page) {
    return workspaces.list(CurrentCall.tenantId(), page);
  }

  @RequiresPermission("workspaces:read")
  public WorkspaceDetails details(@On("workspace") WorkspaceId id) {
    return find(id).details();
  }

  /**
   * Changes what the function makes of the present fields; {@code expectedVersion} null: whatever
   * is there.
   */
  @RequiresPermission("workspaces:write")
  @Audited("workspace.updated")
  public WorkspaceDetails change(
      @On("workspace") WorkspaceId id,
      UnaryOperator<WorkspaceFields> change,
      Long expectedVersion) {
    Workspace workspace = find(id);
    if (expectedVersion != null && expectedVersion != workspace.version()) {
      throw new Stale();
    }
    WorkspaceFields before = workspace.fields();
    workspace.change(change.apply(before), clock.instant());
    workspaces.flush();
    changes.about("workspace", id.value()).before(before).after(workspace.fields());
    return workspace.details();
  }

  private Workspace find(WorkspaceId id) {
    return workspaces.byId(CurrentCall.tenantId(), id).orElseThrow(() -> new NotFound("workspace"));
  }
}
