package org.freehold.platform;

import org.freehold.platform.persistence.Condition;

/**
 * The port through which lists that mention projects leave out those that the caller may not know
 * of.
 */
public interface VisibleProjects {
  /**
   * A condition on rows whose project is at the JPQL path (which may be null: such rows are no
   * project's); null when the caller sees all projects.
   */
  default Condition condition(String projectIdPath) {
    return condition("projects", projectIdPath);
  }

  /**
   * The same for things in projects that have permissions of their own, as {@code files}: what
   * counts is where the caller may read those.
   */
  Condition condition(String permissionResource, String projectIdPath);
}
