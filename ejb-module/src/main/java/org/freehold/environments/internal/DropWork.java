package org.freehold.environments.internal;

import jakarta.enterprise.context.ApplicationScoped;
import org.freehold.platform.work.WorkHandler;
import org.freehold.platform.work.WorkItem;

/** Removes the schema and the role of an environment that is gone. */
@ApplicationScoped
public class DropWork implements WorkHandler {
  public static final String KIND = "environment.drop";

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void handle(WorkItem item) {
    throw new UnsupportedOperationException();
  }
}
