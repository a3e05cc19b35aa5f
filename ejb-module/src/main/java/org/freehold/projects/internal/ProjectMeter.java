package org.freehold.projects.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.freehold.platform.Meter;
import org.freehold.platform.MeteredThings;
import org.freehold.platform.TenantId;

/** Projects that are not archived. */
@ApplicationScoped
public class ProjectMeter implements MeteredThings {
  public static final Meter METER =
      Meter.ofThings("projects", "Archive a project that is no longer needed.");

  @Inject private ProjectRepository projects;

  @Override
  public Meter meter() {
    return METER;
  }

  @Override
  public long used(TenantId tenant) {
    return projects.countOpen(tenant);
  }
}
