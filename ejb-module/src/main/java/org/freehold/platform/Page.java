package org.freehold.platform;

import java.util.List;

/**
 * One page of a list.
 *
 * @param next the cursor of the next page; null on the last
 */
public record Page<T>(List<T> items, String next) {}
