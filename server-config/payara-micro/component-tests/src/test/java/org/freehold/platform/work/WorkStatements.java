package org.freehold.platform.work;

import java.util.Map;

/** The statements that look for work in its queue. */
public final class WorkStatements {
  private WorkStatements() {}

  /** By name, all of them. */
  public static Map<String, String> all() {
    return Map.of("claim", WorkClaims.CLAIM);
  }
}
