package org.freehold.custody;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.freehold.custody.internal.CopyRows;
import org.freehold.custody.internal.StoreSettings;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;

/** What is to be put into the object store, and what became of it; putting is in no transaction. */
@Stateless
@Guarded
public class CheckpointStore {
  private static final int AT_ONCE = 100;
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  /** Characters of what the store holds that the record tells. */
  private static final int LONGEST = 2_000;

  private static final String CARRIES_OUT =
      "It puts what was signed where the operator wants it; the trail is about it.";

  /** What the store holds instead, for the record. */
  public record Contradiction(String log, long size, String stored, String signed) {}

  @Inject private CopyRows copies;
  @Inject private StoreSettings settings;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  /** The next that are to be put, those that were announced first before others. */
  @SystemCall
  @NotAudited(CARRIES_OUT)
  public List<CheckpointCopy> due() {
    return copies.toStore(AT_ONCE, clock.instant());
  }

  /** When the next of those that it refused is put again; empty when it refuses none. */
  @SystemCall
  @NotAudited(CARRIES_OUT)
  public Optional<Instant> nextRefused() {
    return copies.nextRefused();
  }

  /** The store did not take it: it is put again by itself, ever later. */
  @SystemCall
  @NotAudited(CARRIES_OUT)
  public void refused(CheckpointCopy copy) {
    copies.refused(copy, clock.instant(), settings.retry(), LONGEST_PAUSE);
  }

  /** The store has it. */
  @SystemCall
  @NotAudited(CARRIES_OUT)
  public void stored(CheckpointCopy copy) {
    copies.stored(copy);
  }

  /**
   * The store has another of the same log and size: one of the two histories was made up. On record
   * once, also when two nodes found it.
   */
  @SystemCall
  @Audited(value = "audit_checkpoint.contradicted", complianceRelevant = true)
  public void contradicted(CheckpointCopy copy, String stored) {
    if (!copies.stored(copy)) {
      changes.nothingChanged();
      return;
    }
    changes
        .about("tenant", copy.tenant().value())
        .after(new Contradiction(copy.log(), copy.size(), told(stored), copy.note()));
  }

  /** It may be anything, and long. */
  private static String told(String stored) {
    return stored
        .codePoints()
        .filter(one -> one != 0)
        .limit(LONGEST)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
