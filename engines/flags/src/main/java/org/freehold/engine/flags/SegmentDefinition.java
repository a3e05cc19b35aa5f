package org.freehold.engine.flags;

import java.util.List;
import java.util.Set;

/**
 * A named part of all contexts: who is listed, and, unless excluded, for whom all conditions hold.
 *
 * @param included targeting keys
 * @param excluded targeting keys
 * @param conditions none: nobody but who is included
 */
public record SegmentDefinition(
    String key, Set<String> included, Set<String> excluded, List<Condition> conditions) {
  public SegmentDefinition {
    included = Set.copyOf(included);
    excluded = Set.copyOf(excluded);
    conditions = List.copyOf(conditions);
  }
}
