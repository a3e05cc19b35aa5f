package org.freehold.forwarding.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.freehold.forwarding.Batch;
import org.freehold.forwarding.DestinationId;
import org.freehold.forwarding.DestinationKind;
import org.freehold.forwarding.Forwarding;
import org.freehold.platform.work.NotNow;
import org.freehold.platform.work.WorkHandler;
import org.freehold.platform.work.WorkItem;

/**
 * Sends one destination what it has not taken, batch after batch: read in one transaction, sent
 * outside of any, and only what was taken moves its place on. A node that dies in between sends the
 * batch again. After a while it goes behind what else waits.
 */
@ApplicationScoped
public class ForwardingWork implements WorkHandler {
  private static final Logger LOG = System.getLogger(ForwardingWork.class.getName());
  private static final Duration TURN = Duration.ofSeconds(2);

  /** After which a destination that has more to take goes behind what waits. */
  private static final Duration LONGEST_TURN = Duration.ofSeconds(10);

  @Inject private Forwarding forwarding;
  @Inject private ForwardingLine line;
  @Inject private HttpsSender https;
  @Inject private SyslogSender syslog;
  @Inject private ForwardingSettings settings;
  @Inject private ForwardingFigures figures;
  @Inject private Clock clock;

  @Override
  public String kind() {
    return Destination.WORK;
  }

  @Override
  public void handle(WorkItem item) throws NotNow {
    if (!line.enter(item.tenant())) {
      throw NotNow.unattempted(TURN);
    }
    DestinationId id = new DestinationId(item.subject());
    boolean more;
    try {
      more = turn(item, id);
    } finally {
      line.leave(item.tenant());
    }
    if (more) {
      forwarding.goOn(id);
    }
  }

  /** Whether there may be more to send when it ends. */
  private boolean turn(WorkItem item, DestinationId id) throws NotNow {
    Instant end = clock.instant().plus(LONGEST_TURN);
    UUID token = UUID.randomUUID();
    boolean more = true;
    try {
      while (more && clock.instant().isBefore(end) && isHeld(id, token)) {
        Optional<Batch> batch = forwarding.next(id);
        if (batch.isPresent()) {
          send(item, id, token, batch.get());
        }
        more = batch.isPresent() && forwarding.taken(id, token, batch.get()) && batch.get().more();
      }
    } finally {
      forwarding.letGo(id, token);
    }
    return more;
  }

  private boolean isHeld(DestinationId id, UUID token) throws NotNow {
    Forwarding.Hold hold = forwarding.hold(id, token);
    if (hold == Forwarding.Hold.ANOTHERS) {
      throw NotNow.unattempted(TURN);
    }
    return hold == Forwarding.Hold.MINE;
  }

  private void send(WorkItem item, DestinationId id, UUID token, Batch batch) throws NotNow {
    try {
      if (batch.events().isEmpty()) {
        return;
      }
      if (batch.kind() == DestinationKind.HTTPS) {
        https.send(batch);
      } else {
        syslog.send(batch);
      }
      figures.sent(batch.events().size());
    } catch (NotTaken e) {
      if (!forwarding.failed(id, token, e.getMessage())) {
        LOG.log(Level.WARNING, "Forwarding to " + id.value() + " is paused: " + e.getMessage());
        forwarding.giveUp(id, e.getMessage());
      }
      // One that is paused finds nothing to send then.
      throw NotNow.later(settings.retry(), item.attempts());
    }
  }
}
