package org.freehold.batch.releases;

import jakarta.batch.api.AbstractBatchlet;
import jakarta.batch.api.BatchProperty;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.freehold.environments.DriftState;
import org.freehold.environments.EnvironmentDrift;
import org.freehold.environments.EnvironmentHousekeeping;
import org.freehold.environments.EnvironmentId;
import org.freehold.environments.MigrationFailed;

/** Looks at every environment. */
@Named
@Dependent
public class DriftCheck extends AbstractBatchlet {
  @Inject private EnvironmentHousekeeping environments;
  @Inject private EnvironmentTour tour;
  @Inject @BatchProperty private String run;

  @Override
  public String process() throws Exception {
    return tour.go(run, this::look);
  }

  private List<String> look(EnvironmentId id) throws MigrationFailed {
    EnvironmentDrift drift = environments.lookAt(id);
    return drift.state() == DriftState.DRIFTED
        ? List.of(id.value() + " has drifted: " + drift.differences().size() + " differences")
        : List.of();
  }

  @Override
  public void stop() {
    tour.stop();
  }
}
