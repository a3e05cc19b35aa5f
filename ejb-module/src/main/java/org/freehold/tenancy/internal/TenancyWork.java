package org.freehold.tenancy.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.freehold.platform.UserId;
import org.freehold.platform.work.WorkHandler;
import org.freehold.platform.work.WorkItem;
import org.freehold.tenancy.TenantSetup;
import org.freehold.tenancy.TrialEnd;

/** The later work of tenancy. */
public final class TenancyWork {
  private TenancyWork() {}

  /** Installs the owner of a new tenant. */
  @ApplicationScoped
  public static class Setup implements WorkHandler {
    @Inject private TenantSetup setup;

    @Override
    public String kind() {
      return "tenant_setup";
    }

    @Override
    public void handle(WorkItem item) {
      setup.installOwner(new UserId(item.subject()));
    }
  }

  /** Ends a trial when its time has come. */
  @ApplicationScoped
  public static class Trial implements WorkHandler {
    @Inject private TrialEnd trial;

    @Override
    public String kind() {
      return "trial_end";
    }

    @Override
    public void handle(WorkItem item) {
      if (trial.isDue()) {
        trial.suspend();
      }
    }
  }
}
