package org.freehold.custody;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.freehold.custody.internal.CopyRows;
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

  /** Characters of what the store holds that the record tells. */
  private static final int LONGEST = 2_000;

  private static final String CARRIES_OUT =
      "It puts what was signed where the operator wants it; the trail is about it.";

  /** What the store holds instead, for the record. */
  public record Contradiction(String log, long size, String stored, String signed) {}

  @Inject private CopyRows copies;
  @Inject private ChangeLog changes;

  /**
   * The next that wait, those that were announced first.
   *
   * @param refused how many of the first are passed over, as the store did not take them
   */
  @SystemCall
  @NotAudited(CARRIES_OUT)
  public List<CheckpointCopy> waiting(int refused) {
    return copies.toStore(AT_ONCE, refused);
  }

  /** The store has it. */
  @SystemCall
  @NotAudited(CARRIES_OUT)
  public void stored(CheckpointCopy copy) {
    copies.stored(copy);
  }

  /** The store has another of the same log and size: one of the two histories was made up. */
  @SystemCall
  @Audited(value = "audit_checkpoint.contradicted", complianceRelevant = true)
  public void contradicted(CheckpointCopy copy, String stored) {
    copies.stored(copy);
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
