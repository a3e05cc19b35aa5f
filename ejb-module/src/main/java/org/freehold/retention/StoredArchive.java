package org.freehold.retention;

import org.freehold.files.FileId;

/**
 * Where an archive is in the storage.
 *
 * @param sealedKey what it is encrypted with, sealed itself
 * @param bytes of the archive as it is told
 * @param sha256 of the same; null before it was read back
 */
public record StoredArchive(FileId file, byte[] sealedKey, long bytes, String sha256) {}
