package org.freehold.demo.content;

import java.time.Instant;
import java.util.UUID;
import org.freehold.platform.TenantId;
import org.freehold.projects.ProjectId;
import org.freehold.projects.TaskId;

/**
 * The ids of demo rows: UUIDs of version 7 in form, whose time is the tenant's epoch plus one
 * millisecond for each project, whose next twelve bits are the number of the task (0: the project),
 * and whose rest is mixed from the tenant and these numbers. So rows are written in the order of
 * their keys, and two runs agree on them.
 *
 * @param epoch whole milliseconds
 */
public record DemoIds(TenantId tenant, Instant epoch) {
  public ProjectId project(int number) {
    return new ProjectId(id(number, 0));
  }

  public TaskId task(int project, int number) {
    return new TaskId(id(project, number));
  }

  private UUID id(int project, int task) {
    long high = epoch.toEpochMilli() + project << 16 | 0x7000L | task;
    long tenantBits =
        tenant.value().getMostSignificantBits() ^ tenant.value().getLeastSignificantBits();
    long low = Dice.mix(Dice.mix(tenantBits) ^ (long) project << 12 ^ task);
    return new UUID(high, 0x8000000000000000L | low >>> 2);
  }
}
