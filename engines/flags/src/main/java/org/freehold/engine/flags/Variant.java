package org.freehold.engine.flags;

/**
 * A value that a flag can have, under a name.
 *
 * @param value a Boolean, a String, a Number or a Map, by the type of the flag
 */
public record Variant(String name, Object value) {}
