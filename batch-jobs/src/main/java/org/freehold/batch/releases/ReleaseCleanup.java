package org.freehold.batch.releases;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.freehold.environments.EnvironmentHousekeeping;

/** Removes what releases left behind in every environment. */
@Named
@Dependent
public class ReleaseCleanup extends AbstractBatchlet {
  @Inject private EnvironmentHousekeeping environments;
  @Inject private EnvironmentTour tour;
  @Inject @BatchProperty private String run;

  @Override
  public String process() throws Exception {
    return tour.go(
        run,
        id -> environments.clean(id).stream().map(line -> line + " of " + id.value()).toList());
  }

  @Override
  public void stop() {
    tour.stop();
  }
}
