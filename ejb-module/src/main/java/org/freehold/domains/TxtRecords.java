package org.freehold.domains;

import java.util.List;

/**
 * What DNS has at a name.
 *
 * @param values of the TXT records; empty when there are none, or no such name
 */
public record TxtRecords(List<String> values) {
  private static final int MOST_SHOWN = 20;
  private static final int LONGEST_SHOWN = 255;

  public TxtRecords {
    values = List.copyOf(values);
  }

  boolean prove(DomainProof proof) {
    return values.stream().anyMatch(value -> value.strip().equals(proof.txtValue()));
  }

  /** For the eyes of whoever looks for a mistake: not more than can be looked through. */
  List<String> shown() {
    return values.stream()
        .limit(MOST_SHOWN)
        .map(one -> one.length() <= LONGEST_SHOWN ? one : one.substring(0, LONGEST_SHOWN))
        .toList();
  }
}
