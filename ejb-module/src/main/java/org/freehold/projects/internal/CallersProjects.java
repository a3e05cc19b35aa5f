package org.freehold.projects.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.freehold.access.Access;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.VisibleProjects;
import org.freehold.platform.persistence.Condition;

/** Tells other features' lists which projects the caller may know of. */
@ApplicationScoped
public class CallersProjects implements VisibleProjects {
  @Inject private Access access;

  @Override
  public Condition condition(String permissionResource, String projectIdPath) {
    return ProjectScope.of(access.scope(permissionResource))
        .at(CurrentCall.tenantId(), projectIdPath);
  }
}
