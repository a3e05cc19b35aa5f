package org.freehold.releases.metrics;

/**
 * How releases are, as {@code GET /api/health} tells whoever is signed in.
 *
 * @param configured whether there is a database for environments
 * @param ok whether it is, and no release failed last
 * @param latestRelease what was put in place last: {@code rel_20260115_1200}; null for none that
 *     the caller may see
 * @param environment where that was; null for none
 * @param pendingReleases that wait to be promoted, or are at work
 * @param failedReleases whose last deployment failed
 */
public record ReleasesAtAGlance(
    boolean configured,
    boolean ok,
    String latestRelease,
    String environment,
    long pendingReleases,
    long failedReleases) {}
