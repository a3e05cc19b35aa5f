package org.freehold.engine.flags;

import java.time.Instant;
import java.util.List;

/**
 * What is served to whom. The first rule of a flag whose conditions all hold decides.
 *
 * @param notBefore the first moment at which it counts; null for always
 * @param expires the first moment at which it no longer counts; null for never
 */
public record Rule(
    String id, List<Condition> conditions, Instant notBefore, Instant expires, Serve serve) {
  public Rule {
    conditions = List.copyOf(conditions);
  }
}
