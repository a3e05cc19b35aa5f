package org.freehold.files;

/**
 * Bytes that are in the storage.
 *
 * @param sha256 64 hexadecimal digits
 */
public record ReceivedContent(FileId id, String contentType, long sizeBytes, String sha256) {}
