package org.freehold.environments;

/**
 * A plan, a rehearsal or a backup could not be finished. What was begun in a transaction is rolled
 * back; the journal tells the rest.
 */
public class MigrationFailed extends Exception {
  private static final long serialVersionUID = 1;

  /** A lock was not given within the budget of the step. */
  public static final String LOCK_NOT_AVAILABLE = "lock_not_available";

  /** PostgreSQL refused a statement. */
  public static final String STATEMENT_FAILED = "statement_failed";

  /** A statement took longer than its budget. */
  public static final String TIMED_OUT = "timed_out";

  /** The connection was lost: what was done is in the journal. */
  public static final String INTERRUPTED = "interrupted";

  /** The journal contradicts what was asked for. */
  public static final String JOURNAL_CONTRADICTS = "journal_contradicts";

  /** PostgreSQL had no room left: on its disk, in its memory or among its connections. */
  public static final String OUT_OF_RESOURCES = "out_of_resources";

  /** SQL written by hand changed more than the environment's own schema, or tried to. */
  public static final String LEFT_THE_SCHEMA = "left_the_schema";

  /** The schema has something that a scratch copy cannot have. */
  public static final String NOT_COPYABLE = "not_copyable";

  /** The tables are larger than a built-in backup may be. */
  public static final String BACKUP_TOO_LARGE = "backup_too_large";

  /** The restored copy differs from what was backed up. */
  public static final String BACKUP_DIFFERS = "backup_differs";

  /** There is no environments database, or it does not answer. */
  public static final String UNREACHABLE = "unreachable";

  private final String code;
  private final int step;
  private final String sqlState;
  private final String blocker;

  /**
   * @param step 0 when it is about no step
   * @param sqlState null when PostgreSQL said nothing
   * @param blocker who holds the lock, in words; null when nobody does
   */
  public MigrationFailed(
      String code, int step, String sqlState, String message, String blocker, Throwable cause) {
    super(message, cause);
    this.code = code;
    this.step = step;
    this.sqlState = sqlState;
    this.blocker = blocker;
  }

  public MigrationFailed(String code, String message) {
    this(code, 0, null, message, null, null);
  }

  public String code() {
    return code;
  }

  public int step() {
    return step;
  }

  public String sqlState() {
    return sqlState;
  }

  public String blocker() {
    return blocker;
  }
}
