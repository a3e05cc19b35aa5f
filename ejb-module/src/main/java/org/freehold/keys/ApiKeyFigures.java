package org.freehold.keys;

/**
 * How many API keys there are.
 *
 * @param used active ones that called within thirty days
 */
public record ApiKeyFigures(long active, long used, long expired, long revoked) {}
