package org.freehold.engine.flags;

/**
 * Something wrong with a flag or a segment.
 *
 * @param pointer JSON pointer (RFC 6901) into the flag as it is written
 */
public record Finding(String pointer, String code, String detail) {}
