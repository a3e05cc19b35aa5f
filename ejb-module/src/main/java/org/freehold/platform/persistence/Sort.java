package org.freehold.platform.persistence;

import java.util.List;
import org.freehold.platform.Invalid;

/**
 * What a list is sorted by: {@code name} ascending, {@code -name} descending.
 *
 * @param field the name on the wire
 */
public record Sort(String field, boolean descending) {
  /**
   * The sort that a parameter asks for, or the first choice when it is null; other fields are
   * refused by name.
   */
  public static Sort of(String parameter, List<String> choices) {
    String wish = parameter == null ? choices.get(0) : parameter;
    Sort sort = wish.startsWith("-") ? new Sort(wish.substring(1), true) : new Sort(wish, false);
    boolean known =
        choices.stream().anyMatch(c -> sort.field.equals(c.startsWith("-") ? c.substring(1) : c));
    if (!known) {
      throw Invalid.at(
          "sort",
          "value",
          "This list sorts by " + String.join(", ", choices) + "; - turns it round.");
    }
    return sort;
  }

  @Override
  public String toString() {
    return (descending ? "-" : "") + field;
  }
}
