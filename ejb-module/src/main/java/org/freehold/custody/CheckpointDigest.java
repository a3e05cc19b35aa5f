package org.freehold.custody;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.freehold.custody.internal.CopyRows;
import org.freehold.custody.internal.CustodySettings;
import org.freehold.custody.internal.DigestMail;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.OutsideMail;
import org.freehold.platform.SystemCall;

/** One mail of all logs to each recipient, once in a period. */
@Stateless
@Guarded
public class CheckpointDigest {
  /** Of one mail; an installation with more gets several. */
  private static final int LOGS = 2000;

  @Inject private CopyRows copies;
  @Inject private CustodySettings settings;
  @Inject private Event<OutsideMail> mails;
  @Inject private Clock clock;

  /**
   * Queues the mail of this period with the newest checkpoint of each log that was announced since
   * the last: all of it commits, or nothing. Answers how long it is until a mail is due; zero when
   * there was nothing to wait for.
   */
  @SystemCall
  @NotAudited("It sends what was signed to whom the operator named; the trail is about it.")
  public Duration send() {
    Instant now = clock.instant();
    Duration left = Duration.between(now, copies.holdDigest().plus(settings.mailPause()));
    if (left.compareTo(Duration.ZERO) > 0) {
      return left;
    }
    List<CheckpointCopy> newest = copies.newestToMail(LOGS);
    if (!newest.isEmpty()) {
      copies.digestMade(now);
    }
    while (!newest.isEmpty()) {
      mails.fire(new OutsideMail(settings.recipients(), DigestMail.of(newest, now)));
      copies.mailed(newest);
      // What is announced meanwhile is of the next period.
      newest = newest.size() < LOGS ? List.of() : copies.newestToMail(LOGS);
    }
    return Duration.ZERO;
  }
}
