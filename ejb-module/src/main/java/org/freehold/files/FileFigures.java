package org.freehold.files;

/**
 * How many files there are and how long they are together.
 *
 * @param quotaBytes what the tenant may have; null: as much as it likes
 */
public record FileFigures(long count, long sizeBytes, Long quotaBytes) {}
