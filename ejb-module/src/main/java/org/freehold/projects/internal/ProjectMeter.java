package org.freehold.projects.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.freehold.access.Access;
import org.freehold.platform.Meter;
import org.freehold.platform.MeteredThings;
import org.freehold.platform.TenantId;

/** Projects that are not archived. */
@ApplicationScoped
public class ProjectMeter implements MeteredThings {
  public static final Meter METER =
      Meter.ofThings("projects", "Archive a project that is no longer needed.");

  @Inject private ProjectRepository projects;
  @Inject private Access access;

  @Override
  public Meter meter() {
    return METER;
  }

  @Override
  public long used(TenantId tenant) {
    return projects.countOpen(tenant);
  }

  @Override
  public String seenWith() {
    return "projects:read";
  }

  @Override
  public List<Named> latest(TenantId tenant, int most) {
    return projects.latestOpen(tenant, new ProjectScope(access.scope("projects")), most);
  }
}
