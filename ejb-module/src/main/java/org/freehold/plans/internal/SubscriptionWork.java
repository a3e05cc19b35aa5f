package org.freehold.plans.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.freehold.plans.SubscriptionUpkeep;
import org.freehold.platform.work.WorkHandler;
import org.freehold.platform.work.WorkItem;

/** The later work of subscriptions. */
public final class SubscriptionWork {
  static final String SETTLE = "subscription";

  private SubscriptionWork() {}

  /** Follows what an operator did to a tenant. */
  @ApplicationScoped
  public static class Settle implements WorkHandler {
    @Inject private SubscriptionUpkeep upkeep;

    @Override
    public String kind() {
      return SETTLE;
    }

    @Override
    public void handle(WorkItem item) {
      upkeep.settle(true);
    }
  }

  /** The same for tenants that were there before there were subscriptions. */
  @ApplicationScoped
  public static class Adopt implements WorkHandler {
    @Inject private SubscriptionUpkeep upkeep;

    @Override
    public String kind() {
      return "subscription_adopt";
    }

    @Override
    public void handle(WorkItem item) {
      upkeep.settle(false);
    }
  }

  /** Ends a month when its time has come. */
  @ApplicationScoped
  public static class MonthEnds implements WorkHandler {
    @Inject private SubscriptionUpkeep upkeep;

    @Override
    public String kind() {
      return SubscriptionAccount.PERIOD_END;
    }

    @Override
    public void handle(WorkItem item) {
      if (upkeep.isMonthOver()) {
        upkeep.endMonth();
      }
    }
  }
}
