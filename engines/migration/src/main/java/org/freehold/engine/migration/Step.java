package org.freehold.engine.migration;

import java.util.List;

/**
 * One step of a plan. Each string of {@code up} and {@code down} is exactly one SQL statement with
 * quoted, unqualified names: who runs it pins the {@code search_path}.
 *
 * @param number from 1 on
 * @param change index of the change that it comes from
 * @param table the table that is locked; null for none
 * @param index for {@link Action#INDEX_CONCURRENTLY}: the index that is built or dropped; else null
 * @param backfill for {@link Action#BACKFILL}; else null
 */
public record Step(
    int number,
    int change,
    String title,
    Action action,
    List<String> up,
    List<String> down,
    Part part,
    LockLevel lock,
    Budget budget,
    List<Hazard> hazards,
    String table,
    String index,
    BackfillTask backfill) {
  public Step {
    up = List.copyOf(up);
    down = List.copyOf(down);
    hazards = List.copyOf(hazards);
  }
}
