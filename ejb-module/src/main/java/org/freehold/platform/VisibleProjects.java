package org.freehold.platform;

import org.freehold.platform.persistence.Condition;

/**
 * The port through which lists that mention projects leave out those that the caller may not know
 * of.
 */
public interface VisibleProjects {
  /**
   * A condition on rows that tell of the project at the JPQL path; null when the caller sees all
   * projects.
   */
  Condition about(String projectIdPath);

  /** A condition on rows that tell of the project at the JPQL path: that there is one. */
  Condition existing(String projectIdPath);

  /**
   * A condition on things with permissions of their own, as {@code files}, each in the project at
   * the JPQL path or in none; null when the caller sees all of them.
   */
  Condition ofThings(String permissionResource, String projectIdPath, String idPath);
}
