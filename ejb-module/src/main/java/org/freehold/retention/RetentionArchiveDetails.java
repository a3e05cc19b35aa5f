package org.freehold.retention;

import java.time.Instant;
import java.util.List;
import org.freehold.audit.archive.PlaceRange;

/**
 * Events as they are kept in the storage.
 *
 * @param places of events that it lets go; it has all leaves from the first to the last of them
 * @param sizeBytes of the archive as it is told, not as it is stored
 * @param sha256 of the same, in hex
 * @param manifestSha256 of its manifest, in hex
 */
public record RetentionArchiveDetails(
    RetentionArchiveId id,
    RetentionPlanId planId,
    List<PlaceRange> places,
    long events,
    long sizeBytes,
    String sha256,
    String manifestSha256,
    Instant createdAt) {}
