package org.freehold.batch.analytics;

import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonString;
import java.io.Serializable;
import org.freehold.batch.housekeeping.EveryTenant;
import org.freehold.jobs.RunningHere;
import org.freehold.platform.TenantDirectory;
import org.freehold.platform.TenantRef;

/** Reads the tenant that was named, or all by id; the checkpoint of all is the last. */
@Named
@Dependent
public class TenantsToRollUp extends EveryTenant {
  @Inject private TenantDirectory directory;
  @Inject private RunningHere here;
  @Inject @BatchProperty private String run;
  private boolean named;
  private TenantRef only;

  @Override
  public void open(Serializable checkpoint) {
    if (here.run(run).parameters().get(AnalyticsJob.SLUG) instanceof JsonString slug) {
      named = true;
      only = directory.bySlug(slug.getString()).orElse(null);
    } else {
      super.open(checkpoint);
    }
  }

  @Override
  public Object readItem() {
    if (!named) {
      return super.readItem();
    }
    TenantRef next = only;
    only = null;
    return next;
  }

  /** One that was named is computed again: that does no harm. */
  @Override
  public Serializable checkpointInfo() {
    return named ? null : super.checkpointInfo();
  }
}
