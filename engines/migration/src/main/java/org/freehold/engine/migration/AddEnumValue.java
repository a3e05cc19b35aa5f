package org.freehold.engine.migration;

/**
 * A new value of an enumerated type. PostgreSQL cannot take a value away again.
 *
 * @param before the value that it stands before; null for none
 * @param after the value that it stands after; null for none, and with both null it is the last
 */
public record AddEnumValue(String name, String value, String before, String after)
    implements Change {}
