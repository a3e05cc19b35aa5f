package org.freehold.notifications.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import org.freehold.notifications.Letter;
import org.freehold.notifications.MailDispatch;
import org.freehold.notifications.MailId;
import org.freehold.notifications.internal.MailRefused.Reach;
import org.freehold.platform.work.NotNow;
import org.freehold.platform.work.WorkHandler;
import org.freehold.platform.work.WorkItem;

/**
 * Sends one mail: read in one transaction, handed over outside of any, recorded in another. A
 * server that cannot be reached uses up no attempts and is left alone for a while.
 */
@ApplicationScoped
public class MailWork implements WorkHandler {
  private static final Logger LOG = System.getLogger(MailWork.class.getName());
  private static final Duration TURN = Duration.ofSeconds(1);

  @Inject private MailDispatch dispatch;
  @Inject private MailServer server;
  @Inject private MailLine line;
  @Inject private MailSettings settings;

  @Override
  public String kind() {
    return MailOutbox.KIND;
  }

  @Override
  public void handle(WorkItem item) throws NotNow {
    if (!line.enter()) {
      throw NotNow.unattempted(longer(TURN, line.leftAlone()));
    }
    try {
      send(item);
    } finally {
      line.leave();
    }
  }

  private void send(WorkItem item) throws NotNow {
    MailId id = new MailId(item.subject());
    Optional<Letter> letter = dispatch.letter(id);
    if (letter.isEmpty()) {
      dispatch.giveUp(
          id, "The recipient is no active member of the tenant, or not in the settings, any more.");
      return;
    }
    try {
      server.send(letter.get());
      line.reached(true);
      dispatch.sent(id);
      line.countSent();
    } catch (MailRefused e) {
      line.reached(e.reach() != Reach.NONE);
      refused(item, id, e);
    }
  }

  private void refused(WorkItem item, MailId id, MailRefused refusal) throws NotNow {
    boolean again = dispatch.failed(id, refusal.getMessage()) && refusal.reach() != Reach.NEVER;
    if (!again) {
      LOG.log(Level.WARNING, "Mail " + id.value() + " is given up: " + refusal.getMessage());
      line.countGivenUp();
      dispatch.giveUp(id, refusal.getMessage() + ".");
      return;
    }
    if (refusal.reach() == Reach.NONE) {
      throw NotNow.unattempted(longer(TURN, line.leftAlone()));
    }
    LOG.log(Level.INFO, "Mail " + id.value() + " is tried again: " + refusal.getMessage());
    throw NotNow.later(settings.retry(), item.attempts());
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
