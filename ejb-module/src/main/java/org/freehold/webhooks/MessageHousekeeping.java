package org.freehold.webhooks;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.OptionalInt;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;
import org.freehold.webhooks.internal.MessageMonths;
import org.freehold.webhooks.internal.WebhookSettings;

/** Makes room: what was sent is kept for a while only. */
@Stateless
@Guarded
@NotAudited("What passed is forgotten, and tables are made for months to come.")
public class MessageHousekeeping {
  @Inject private MessageMonths months;
  @Inject private WebhookSettings settings;

  /**
   * Drops the months of messages, deliveries and attempts of all tenants that have passed, makes
   * those that come, and answers how many tables were dropped; nothing when others use them.
   */
  @SystemCall
  public OptionalInt renewMonths() {
    return months.renew(settings.keepDays());
  }

  /** In a transaction of its own: a call of an endpoint must not wait for the months. */
  @SystemCall
  public void forgetRates() {
    months.forgetRates();
  }
}
