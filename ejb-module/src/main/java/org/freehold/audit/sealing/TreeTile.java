package org.freehold.audit.sealing;

/**
 * A tile of the tree over a trail (C2SP tlog-tiles).
 *
 * @param hashes 32 bytes each
 */
public record TreeTile(byte[] hashes) {}
