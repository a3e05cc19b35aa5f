package org.freehold.compliance.results;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.freehold.compliance.Verdict;

/**
 * What a question found.
 *
 * @param asks the question in words, {@code limits} what the answer does not say
 * @param sql the statement that gave the population; null where the trail was hashed, or not asked
 * @param missing why it cannot be attested; null where it can
 * @param note what else must be known of the verdict; null: nothing
 * @param population how many events were looked at
 * @param exceptions how many of them were exceptions
 * @param listed the first hundred exceptions by their places
 * @param sample 25 of the population that nobody chose
 */
public record Answer(
    String id,
    String title,
    String asks,
    String limits,
    String sql,
    String missing,
    Verdict verdict,
    String note,
    long population,
    long exceptions,
    List<Evidence> listed,
    List<Evidence> sample) {
  public Answer {
    listed = List.copyOf(listed);
    sample = List.copyOf(sample);
  }

  /**
   * One event.
   *
   * @param leafHash SHA-256 of 0x00 and its bytes, in base64
   * @param inclusion from the leaf to the root of the report, in base64
   */
  public record Evidence(
      long position,
      UUID event,
      String action,
      Instant at,
      String leafHash,
      List<String> inclusion) {
    public Evidence {
      inclusion = List.copyOf(inclusion);
    }
  }
}
