package org.freehold.engine.transparency;

/**
 * Hashes that were added to one tile (C2SP tlog-tiles).
 *
 * @param level 0: of leaves; above, of the full tiles of the level below
 * @param index of the tile in its level, from 0
 * @param offset how many hashes the tile had before
 * @param hashes the new ones, 32 bytes each
 */
public record TilePart(int level, long index, int offset, byte[] hashes) {}
