package org.freehold.audit.archive;

/**
 * What was found when an archive was read back.
 *
 * @param manifestSha256 of its manifest, in hex
 * @param size of the tree whose signed root its leaves make
 * @param root that root, in base64
 */
public record VerifiedArchive(String manifestSha256, long size, String root) {}
