package org.freehold.jobs;

/** For whom a job runs. */
public enum JobScope {
  /** For the platform: only its operators start it, and see its runs. */
  PLATFORM,
  /** For one tenant: its administrators start it too. */
  TENANT
}
