package org.freehold.environments.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import org.freehold.environments.EnvironmentId;
import org.freehold.environments.database.internal.Databases;
import org.freehold.platform.work.WorkHandler;
import org.freehold.platform.work.WorkItem;

/** Removes the schema and the role of an environment that is gone. */
@ApplicationScoped
public class DropWork implements WorkHandler {
  public static final String KIND = "environment.drop";

  @Inject private TargetSites sites;
  @Inject private EnvironmentSettings settings;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void handle(WorkItem item) throws SQLException {
    if (settings.hasDatabase()) {
      Databases.drop(sites.managed(new EnvironmentId(item.subject())));
    }
  }
}
