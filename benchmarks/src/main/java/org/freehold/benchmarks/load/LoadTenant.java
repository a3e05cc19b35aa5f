package org.freehold.benchmarks.load;

import java.util.concurrent.atomic.AtomicInteger;

/** A tenant with projects that have something in most of their fields. */
final class LoadTenant {
  static final String SLUG = "load";
  static final String PROJECTS = "/api/projects";
  private static final String PROJECT =
      "{\"name\":\"Project %d\",\"description\":\"Moves the portal to the new platform\","
          + "\"department\":\"Engineering\",\"business_unit\":\"Platform\",\"cost_center\":\"CC-%d\","
          + "\"priority\":\"%s\",\"start_date\":\"2026-01-01\",\"end_date\":\"2027-12-31\","
          + "\"budget_allocated\":\"125000.00\",\"security_level\":\"internal\","
          + "\"compliance_requirements\":[\"SOC2\",\"GDPR\"],\"primary_language\":\"Java\","
          + "\"frameworks\":[\"Jakarta EE\",\"Lit\"],\"lead_time_hours\":\"36.5\"}";
  private static final String[] PRIORITIES = {"low", "medium", "high", "critical"};

  private static final AtomicInteger COUNTER = new AtomicInteger();

  private LoadTenant() {}

  static void make(Api api, String ownerEmail, int projects) {
    api.newTenant(SLUG, "Load", ownerEmail);
    for (int i = 0; i < projects; i++) {
      api.call(201, "POST", PROJECTS, SLUG, project());
    }
  }

  /** Another project each time. */
  static String project() {
    int number = COUNTER.incrementAndGet();
    return PROJECT.formatted(number, number % 10, PRIORITIES[number % PRIORITIES.length]);
  }
}
