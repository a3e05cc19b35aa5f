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
  Condition condition(String projectIdPath);
}
