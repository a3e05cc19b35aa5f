/**
 * Runs of batch jobs as rows of our own: who started what with which parameters, where it runs, how
 * far it is, how it ended; schedules that start runs once in a cluster. Knows the batch runtime
 * only through {@link org.freehold.jobs.RunEngine}, and no job by name.
 */
@Feature(
    name = "jobs",
    dependsOn = {"platform"})
package org.freehold.jobs;

import org.freehold.platform.Feature;
