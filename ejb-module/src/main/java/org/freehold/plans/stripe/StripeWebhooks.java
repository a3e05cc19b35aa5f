package org.freehold.plans.stripe;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.freehold.plans.stripe.internal.StripeDirectory;
import org.freehold.plans.stripe.internal.StripeSettings;
import org.freehold.plans.stripe.internal.StripeWork;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.NotFound;
import org.freehold.platform.PublicCall;
import org.freehold.platform.TenantId;
import org.freehold.platform.work.WorkQueue;

/**
 * Takes events of Stripe. What they say is not believed, since it may be old by now: an event only
 * says of whom something changed, and that is looked up. The event and the work that follows it are
 * one transaction: neither is lost, and none is done twice.
 */
@Stateless
@Guarded
@NotAudited("It keeps what Stripe says; what comes of it is on record.")
public class StripeWebhooks {
  private static final Logger LOG = System.getLogger(StripeWebhooks.class.getName());

  @Inject private StripeSettings settings;
  @Inject private StripeDirectory directory;
  @Inject private WorkQueue work;
  @Inject private Clock clock;

  /** The body as the very bytes that came. */
  @PublicCall
  public void take(byte[] body, String signature) {
    List<String> secrets = settings.webhookSecrets();
    if (secrets.isEmpty() || !settings.isConfigured()) {
      throw new NotFound("webhook");
    }
    Instant now = clock.instant();
    StripeSignature.require(signature, body, secrets, now);
    StripeEvent event = StripeEvent.read(body);
    if (!event.isOurs()) {
      return;
    }
    Optional<TenantId> tenant = directory.tenantOf(event.customer());
    if (tenant.isPresent() && directory.take(event.id(), event.type(), now)) {
      LOG.log(Level.INFO, "Event {0} of Stripe: {1}", event.id(), event.type());
      work.schedule(StripeWork.LOOK, tenant.get(), tenant.get().value(), now);
    }
  }
}
