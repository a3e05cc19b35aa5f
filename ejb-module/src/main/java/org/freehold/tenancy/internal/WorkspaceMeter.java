package org.freehold.tenancy.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.freehold.platform.Meter;
import org.freehold.platform.MeteredThings;
import org.freehold.platform.TenantId;

/** Workspaces of a tenant. */
@ApplicationScoped
public class WorkspaceMeter implements MeteredThings {
  public static final Meter METER =
      Meter.ofThings("workspaces", "Use one of the workspaces that are there.");

  @Inject private WorkspaceRepository workspaces;

  @Override
  public Meter meter() {
    return METER;
  }

  @Override
  public long used(TenantId tenant) {
    return workspaces.count(tenant);
  }

  @Override
  public String seenWith() {
    return "workspaces:admin";
  }

  @Override
  public List<Named> latest(TenantId tenant, int most) {
    return workspaces.latest(tenant, most);
  }
}
