package org.freehold.audit.sealing;

import java.util.List;

/**
 * A period of a trail that has ended and is sealed. The same period gives the same range, root and
 * checkpoint whenever it is asked for, as long as nobody tampers.
 *
 * @param log the name of the trail's log
 * @param begin the place of the first event of the period
 * @param end the place behind its last one, and the size of the tree that {@code root} is of
 * @param root the hash over the first {@code end} events, in base64; null when the tree is damaged
 * @param checkpoint the oldest signed note that covers the period; null when nothing signed does
 * @param consistency in base64: shows that {@code root} is the beginning of the checkpoint
 * @param damage what keeps the root from being proved; empty when it is
 */
public record SealedPeriod(
    String log,
    long begin,
    long end,
    String root,
    String checkpoint,
    List<String> consistency,
    List<TrailFinding> damage) {
  public SealedPeriod {
    consistency = List.copyOf(consistency);
    damage = List.copyOf(damage);
  }
}
