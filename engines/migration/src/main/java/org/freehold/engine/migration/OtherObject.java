package org.freehold.engine.migration;

/**
 * A view, function, trigger, sequence, policy or the like: part of the fingerprint, never changed
 * by typed operations, and not copied.
 *
 * @param name of the object; for what hangs on a table {@code <name> on <table>}
 */
public record OtherObject(String kind, String name, String definition) {}
