package org.freehold.audit.sealing;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import org.freehold.audit.internal.SealedEventReader;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;

/** The trail of the tenant in the order of its places, for what follows it. */
@Stateless
@Guarded
@NotAudited("The product reads for itself; nobody asked for it.")
public class TrailReading {
  @Inject private SealedEventReader reader;

  /** The first place of an event that was recorded since then; the size when there is none. */
  @SystemCall
  public long placeSince(Instant moment) {
    return reader.placeSince(CurrentCall.tenantId(), moment);
  }

  /**
   * Events from a place on.
   *
   * @param places looked at, at the most
   * @param actions a regular expression of PostgreSQL: of what succeeded, only actions that match;
   *     null: all
   */
  @SystemCall
  public TrailPart from(long place, int places, String actions) {
    return reader.from(CurrentCall.get().requireTenant(), place, places, actions);
  }
}
