package org.freehold.jobs;

import java.util.List;

/**
 * A job as it is told.
 *
 * @param lastRun in the caller's tenant; null when it never ran
 */
public record JobDetails(
    String name,
    String title,
    String description,
    JobScope scope,
    List<JobParameter> parameters,
    RunDetails lastRun) {}
