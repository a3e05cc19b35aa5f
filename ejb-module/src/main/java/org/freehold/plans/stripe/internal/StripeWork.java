package org.freehold.plans.stripe.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.freehold.platform.work.NotNow;
import org.freehold.platform.work.WorkHandler;
import org.freehold.platform.work.WorkItem;

/** The later work with Stripe, outside transactions. */
public final class StripeWork {
  static final String TELL = "stripe_tell";
  public static final String LOOK = "stripe_look";
  public static final String CLOSE = "stripe_close";

  private static final Duration WITHOUT_KEY = Duration.ofHours(1);

  private StripeWork() {}

  /** Tells Stripe what a subscription is to become. */
  @ApplicationScoped
  public static class Tell implements WorkHandler {
    @Inject private StripeTalks talks;
    @Inject private StripeSettings settings;

    @Override
    public String kind() {
      return TELL;
    }

    @Override
    public void handle(WorkItem item) throws StripeFailure, NotNow {
      if (!settings.isConfigured()) {
        throw NotNow.unattempted(WITHOUT_KEY);
      }
      talks.tell();
    }
  }

  /** Looks at what Stripe has, since something there has changed. */
  @ApplicationScoped
  public static class Look implements WorkHandler {
    @Inject private StripeTalks talks;
    @Inject private StripeSettings settings;

    @Override
    public String kind() {
      return LOOK;
    }

    @Override
    public void handle(WorkItem item) throws StripeFailure, NotNow {
      if (!settings.isConfigured()) {
        throw NotNow.unattempted(WITHOUT_KEY);
      }
      talks.look();
    }
  }

  /** Closes the page of a checkout where nobody is to pay any more. */
  @ApplicationScoped
  public static class Close implements WorkHandler {
    @Inject private StripeTalks talks;
    @Inject private StripeSettings settings;

    @Override
    public String kind() {
      return CLOSE;
    }

    @Override
    public void handle(WorkItem item) throws StripeFailure, NotNow {
      if (!settings.isConfigured()) {
        throw NotNow.unattempted(WITHOUT_KEY);
      }
      talks.close();
    }
  }
}
