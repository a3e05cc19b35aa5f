package org.freehold.demo;

import java.io.Serializable;
import java.util.Map;

/**
 * One partition of a seed run: its frozen plan, and how far it is.
 *
 * @param first the first project of the range, and {@code last} the last
 * @param next the project that comes next; after the last: none
 * @param projects how many the run added here, which may be fewer than it looked at
 * @param tasks likewise
 */
public record SeedPart(
    int part, int first, int last, int tasksPerProject, int next, long projects, long tasks)
    implements Serializable {
  /** Rows looked at. */
  public long done() {
    return (long) (next - first) * (1 + tasksPerProject);
  }

  public Map<String, Long> counts() {
    return Map.of("projects", projects, "tasks", tasks);
  }

  SeedPart add(int upTo, long moreProjects, long moreTasks) {
    return new SeedPart(
        part, first, last, tasksPerProject, upTo + 1, projects + moreProjects, tasks + moreTasks);
  }
}
