package org.freehold.compliance.results;

import java.util.List;
import org.freehold.compliance.Verdict;

/**
 * What came out for a control.
 *
 * @param requirement whom it binds, where the framework tells; else null
 * @param questions the ids of the answers that it rests on
 * @param missing why some of them could not be attested, each as a sentence
 */
public record ControlResult(
    String id,
    String title,
    String requirement,
    Verdict verdict,
    List<String> questions,
    List<String> missing) {
  public ControlResult {
    questions = List.copyOf(questions);
    missing = List.copyOf(missing);
  }
}
