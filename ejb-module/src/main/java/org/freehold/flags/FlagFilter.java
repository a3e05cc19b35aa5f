package org.freehold.flags;

/**
 * Which flags a list shows; null: all.
 *
 * @param type by its name on the wire
 * @param enabled whether the flag itself is on, whatever its environments say
 */
public record FlagFilter(String type, Boolean enabled) {}
