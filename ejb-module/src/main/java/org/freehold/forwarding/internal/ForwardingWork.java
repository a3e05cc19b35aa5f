package org.freehold.forwarding.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
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
 * batch again.
 */
@ApplicationScoped
public class ForwardingWork implements WorkHandler {
  private static final Logger LOG = System.getLogger(ForwardingWork.class.getName());
  private static final Duration TURN = Duration.ofSeconds(2);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

  @Inject private Forwarding forwarding;
  @Inject private HttpsSender https;
  @Inject private SyslogSender syslog;
  @Inject private ForwardingSettings settings;
  @Inject private ForwardingFigures figures;

  @Override
  public String kind() {
    return Destination.WORK;
  }

  @Override
  public void handle(WorkItem item) throws NotNow {
    DestinationId id = new DestinationId(item.subject());
    UUID token = UUID.randomUUID();
    boolean more = true;
    try {
      while (more && isHeld(id, token)) {
        Optional<Batch> batch = forwarding.next(id);
        if (batch.isPresent()) {
          send(item, id, batch.get());
        }
        more = batch.isPresent() && forwarding.taken(id, token, batch.get()) && batch.get().more();
      }
    } finally {
      forwarding.letGo(id, token);
    }
    figures.well(item.subject());
  }

  private boolean isHeld(DestinationId id, UUID token) throws NotNow {
    Forwarding.Hold hold = forwarding.hold(id, token);
    if (hold == Forwarding.Hold.ANOTHERS) {
      throw NotNow.unattempted(TURN);
    }
    return hold == Forwarding.Hold.MINE;
  }

  private void send(WorkItem item, DestinationId id, Batch batch) throws NotNow {
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
      figures.failing(item.subject());
      if (!forwarding.failed(id, e.getMessage())) {
        LOG.log(Level.WARNING, "Forwarding to " + id.value() + " is paused: " + e.getMessage());
        forwarding.giveUp(id, e.getMessage());
      }
      // One that is paused finds nothing to send then.
      throw new NotNow(pause(item.attempts()));
    }
  }

  private Duration pause(int attempts) {
    Duration doubled = settings.retry().multipliedBy(1L << Math.min(attempts - 1, 12));
    return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
  }
}
