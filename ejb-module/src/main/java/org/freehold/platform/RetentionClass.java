package org.freehold.platform;

import java.util.List;
import java.util.Set;

/**
 * A class of data that is kept for a time and then removed. Days are whole days of 24 hours.
 *
 * @param name in snake_case, as on the wire: {@code audit_events}
 * @param description one sentence
 * @param defaultDays for tenants that chose nothing
 * @param leastDays what nobody may go below
 * @param mostDays what nobody may go above
 * @param archived whether nothing is removed that is not in a verified archive
 * @param promisedBy the entitlement whose plans promise so many days at least; null: none does
 * @param advice what to say of few days
 * @param scopes what is known of each row; a hold that is limited otherwise covers all of the class
 */
public record RetentionClass(
    String name,
    String description,
    int defaultDays,
    int leastDays,
    int mostDays,
    boolean archived,
    String promisedBy,
    List<Advice> advice,
    Set<HoldScope> scopes) {
  /** In days, leap days included. */
  public static final int SEVEN_YEARS = 2557;

  /** In days, leap days included. */
  public static final int HUNDRED_YEARS = 36_525;

  /** What is to be said when data is kept for fewer days. */
  public record Advice(int leastDays, String text) {}

  public RetentionClass {
    advice = List.copyOf(advice);
    scopes = Set.copyOf(scopes);
    if (leastDays < 1 || defaultDays < leastDays || mostDays < defaultDays) {
      throw new IllegalArgumentException("The days of " + name + " are in no order");
    }
  }

  /** Data that goes without an archive, and that no plan promises to keep. */
  public RetentionClass(
      String name,
      String description,
      int defaultDays,
      int leastDays,
      int mostDays,
      Set<HoldScope> scopes) {
    this(name, description, defaultDays, leastDays, mostDays, false, null, List.of(), scopes);
  }
}
