package org.freehold.projects.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.freehold.access.Access;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.VisibleProjects;
import org.freehold.platform.persistence.Condition;

/** Tells other features' lists which projects the caller may know of. */
@ApplicationScoped
public class CallersProjects implements VisibleProjects {
  @Inject private Access access;

  @Override
  public Condition about(String projectIdPath) {
    return new ProjectScope(access.scope("projects")).at(CurrentCall.tenantId(), projectIdPath);
  }

  @Override
  public Condition existing(String projectIdPath) {
    return new Condition(
        "exists (select existing.id from Project existing where existing.tenantId = :existingIn"
            + " and existing.id = "
            + projectIdPath
            + ")",
        Map.of("existingIn", CurrentCall.tenantId().value()));
  }

  @Override
  public Condition ofThings(String permissionResource, String projectIdPath, String idPath) {
    return new ProjectScope(access.scope(permissionResource))
        .ofThingsAnywhere(CurrentCall.tenantId(), projectIdPath, idPath);
  }
}
