package org.freehold.files.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.freehold.platform.VisibleProjects;
import org.freehold.platform.persistence.Condition;

/** Which files a caller may see: those of the tenant, and those of projects that are visible. */
@ApplicationScoped
public class FileScope {
  @Inject private VisibleProjects projects;

  /** Null when all files can be seen. */
  public Condition condition(String projectIdPath) {
    Condition visible = projects.condition("files", projectIdPath);
    return visible == null
        ? null
        : new Condition(
            "(" + projectIdPath + " is null or " + visible.jpql() + ")", visible.parameters());
  }
}
