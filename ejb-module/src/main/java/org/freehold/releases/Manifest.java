package org.freehold.releases;

/**
 * What exactly is approved and promoted. Digests are {@code sha256:} and 64 hexadecimal digits over
 * canonical JSON (RFC 8785).
 *
 * @param schemaVersion of the manifest
 * @param toolVersion of what made the plan
 * @param releaseId {@code rel_…}
 * @param version of the release
 * @param environment that it is for
 * @param parentDigest of the manifest of what was in the environment when this was planned; null
 *     for the first
 * @param digest over all other members
 */
public record Manifest(
    int schemaVersion,
    String toolVersion,
    String releaseId,
    String version,
    String environment,
    String bundleDigest,
    String planDigest,
    String inverseDigest,
    String startFingerprint,
    String endFingerprint,
    String dryRunDigest,
    String parentDigest,
    String digest) {}
