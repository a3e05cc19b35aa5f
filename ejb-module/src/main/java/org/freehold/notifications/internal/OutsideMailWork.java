package org.freehold.notifications.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.freehold.platform.work.NotNow;
import org.freehold.platform.work.WorkHandler;
import org.freehold.platform.work.WorkItem;

/** Sends one mail to somebody whom only the settings know, as all mail is sent. */
@ApplicationScoped
public class OutsideMailWork implements WorkHandler {
  @Inject private MailWork mails;

  @Override
  public String kind() {
    return MailOutbox.OUTSIDE;
  }

  @Override
  public void handle(WorkItem item) throws NotNow {
    mails.handle(item);
  }
}
