package org.freehold.releases;

import java.util.List;

/**
 * What exactly is approved and promoted. Digests are {@code sha256:} and 64 hexadecimal digits over
 * canonical JSON (RFC 8785).
 *
 * @param schemaVersion of the manifest
 * @param toolVersion of what made the plan
 * @param releaseId {@code rel_…}
 * @param version of the release
 * @param environment that it is for
 * @param sections what of the bundle is carried out there beside the changes of the database; null
 *     in manifests of before there were other sections than of one environment: all
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
    List<String> sections,
    String planDigest,
    String inverseDigest,
    String startFingerprint,
    String endFingerprint,
    String dryRunDigest,
    String parentDigest,
    String digest) {}
