package org.freehold.releases;

import jakarta.json.JsonObject;
import java.util.List;
import org.freehold.engine.migration.Change;
import org.freehold.engine.migration.Finding;
import org.freehold.environments.EnvironmentDetails;
import org.freehold.environments.EnvironmentId;

/** Given by {@link ReleasePlanning} to one who may have a bundle planned for an environment. */
public final class PlanPermit {
  private final PrepareRelease wish;
  private final EnvironmentDetails environment;
  private final EnvironmentId from;
  private final JsonObject bundle;
  private final List<Change> changes;
  private final List<Finding> findings;

  PlanPermit(
      PrepareRelease wish,
      EnvironmentDetails environment,
      EnvironmentId from,
      JsonObject bundle,
      List<Change> changes,
      List<Finding> findings) {
    this.wish = wish;
    this.environment = environment;
    this.from = from;
    this.bundle = bundle;
    this.changes = List.copyOf(changes);
    this.findings = List.copyOf(findings);
  }

  PrepareRelease wish() {
    return wish;
  }

  EnvironmentDetails environment() {
    return environment;
  }

  /** Null when nobody named one. */
  EnvironmentId from() {
    return from;
  }

  JsonObject bundle() {
    return bundle;
  }

  List<Change> changes() {
    return changes;
  }

  /** Of what is in the bundle beside the changes of the database. */
  List<Finding> findings() {
    return findings;
  }
}
