package org.freehold.compliance.results;

import java.util.List;
import java.util.UUID;

/**
 * What the report saw of the trail.
 *
 * @param proved whether every event of the range was hashed again, or removed under a certificate,
 *     and leads to the signed checkpoint
 * @param begin the place of the first event of the period
 * @param end the place behind the last one, and the size of the tree that {@code root} is of
 * @param root in base64; also the seed of the samples; null when the tree is damaged
 * @param damaged how many things are wrong
 * @param damage the first hundred of them
 * @param removed events of the range that retention removed under certificates, which is no damage;
 *     the questions do not see them
 */
public record TrailResult(
    boolean proved,
    String log,
    long begin,
    long end,
    String root,
    long damaged,
    List<Damage> damage,
    List<Removed> removed) {
  public TrailResult {
    damage = List.copyOf(damage);
    removed = List.copyOf(removed);
  }

  /**
   * Something that is not as it was sealed.
   *
   * @param position of the event; null when it is about the tree
   */
  public record Damage(String kind, Long position, UUID event, String detail) {}

  /**
   * What one certificate let go and is gone.
   *
   * @param certificate the event that says so, in the same trail
   * @param events how many
   */
  public record Removed(UUID certificate, long events) {}
}
