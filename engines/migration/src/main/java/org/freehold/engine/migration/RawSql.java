package org.freehold.engine.migration;

import java.util.List;

/** SQL written by hand, one statement each, with the statements that undo it. */
public record RawSql(List<String> up, List<String> down) implements Change {
  public RawSql {
    up = List.copyOf(up);
    down = List.copyOf(down);
  }
}
