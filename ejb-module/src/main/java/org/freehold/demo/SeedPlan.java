package org.freehold.demo;

import java.util.List;
import java.util.stream.IntStream;
import org.freehold.jobs.Run;

/**
 * How much a run is to write, and in how many parts.
 *
 * @param projects how many demo projects there are to be
 */
public record SeedPlan(String slug, int projects, int tasksPerProject, int partitions) {
  /** Rows that are worth another partition. */
  private static final long ROWS = 5_000;

  private static final int MOST_BY_SIZE = 4;

  public static SeedPlan of(Run run) {
    int projects = (int) run.number(DemoSeedJob.PROJECTS);
    int tasks = (int) run.number(DemoSeedJob.TASKS);
    int wished = (int) run.number(DemoSeedJob.PARTITIONS);
    int bySize = (int) Math.min(MOST_BY_SIZE, 1 + (long) projects * (1 + tasks) / ROWS);
    int partitions = Math.min(projects, wished == 0 ? bySize : wished);
    return new SeedPlan(run.text(DemoSeedJob.SLUG), projects, tasks, partitions);
  }

  public long rows() {
    return (long) projects * (1 + tasksPerProject);
  }

  /** Ranges of equal length, but for one; together all projects from 1. */
  public List<SeedPart> parts() {
    return IntStream.range(0, partitions).mapToObj(this::part).toList();
  }

  private SeedPart part(int part) {
    int first = (int) ((long) projects * part / partitions) + 1;
    int last = (int) ((long) projects * (part + 1) / partitions);
    return new SeedPart(part, first, last, tasksPerProject, first, 0, 0);
  }
}
