package org.freehold.releases.internal;

import org.freehold.releases.DeploymentDetails.FindingsCount;

/**
 * What {@code prepare} found out for one environment, as JSON where only few look into it.
 *
 * @param plan the steps
 * @param manifest with its digest in it
 * @param startCatalog the schema that it was planned for
 * @param steps how many the plan has
 */
public record PreparedPlan(
    String plan,
    String manifest,
    String manifestDigest,
    String startFingerprint,
    String startCatalog,
    String endFingerprint,
    String findings,
    FindingsCount findingsCount,
    String dryRun,
    int steps) {}
