package org.freehold.compliance.catalogue;

/**
 * Something that is asked of the trail, the same for all frameworks.
 *
 * @param id as in {@code Q01}
 * @param asks the question in words, with what counts as an exception
 * @param limits what the answer does not say; null: nothing besides what the report says of itself
 * @param sql gives {@code position}, {@code id} and whether it is an {@code exception} for each
 *     event of the population; null where the trail is asked otherwise, or not at all
 * @param missing why it cannot be attested; null where it can
 */
public record Question(
    String id, String title, String asks, String limits, String sql, String missing) {
  /** Where the events of the period are. */
  private static final String PERIOD =
      """
      select e.position, e.id, %s as exception
      from sealed_event e
      where e.tenant_id = :tenant and e.position >= :begin and e.position < :end
        and e.id >= :first and e.id < :behind
        and %s""";

  /** The id of the question that is answered by hashing the trail. */
  public static final String INTEGRITY = "Q10";

  /** Of events of the period: which are meant, and which of them are exceptions, in SQL. */
  static Question ofPeriod(
      String id, String title, String asks, String limits, String population, String exception) {
    return new Question(
        id,
        title,
        asks,
        limits,
        PERIOD.formatted(exception.strip(), population.strip()).strip(),
        null);
  }

  /** With a statement of its own, for populations that began before the period. */
  static Question ofTrail(String id, String title, String asks, String limits, String sql) {
    return new Question(id, title, asks, limits, sql.strip(), null);
  }

  /** Answered by hashing all events of the period. */
  static Question ofTree(String id, String title, String asks, String limits) {
    return new Question(id, title, asks, limits, null, null);
  }

  /** One that the trail does not answer yet. */
  static Question notAttestable(String id, String title, String asks, String missing) {
    return new Question(id, title, asks, null, null, missing);
  }

  public boolean isAttestable() {
    return missing == null;
  }
}
