package org.freehold.engine.migration;

import java.util.List;

/**
 * A view, function, trigger, sequence, policy or the like: part of the fingerprint, never changed
 * by typed operations, and not copied.
 *
 * @param name of the object; for what hangs on a table {@code <name> on <table>}
 * @param tables on which it hangs or from which it reads
 */
public record OtherObject(String kind, String name, String definition, List<String> tables) {
  public OtherObject {
    tables = List.copyOf(tables);
  }
}
