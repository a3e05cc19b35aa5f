package org.freehold.domains;

import java.util.List;

/**
 * What DNS has at a name.
 *
 * @param values of the TXT records; empty when there are none, or no such name
 */
public record TxtRecords(List<String> values) {
  public TxtRecords {
    values = List.copyOf(values);
  }

  boolean prove(DomainProof proof) {
    return values.stream().anyMatch(value -> value.strip().equals(proof.txtValue()));
  }
}
