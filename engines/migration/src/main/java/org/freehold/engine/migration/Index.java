package org.freehold.engine.migration;

/**
 * An index of a table.
 *
 * @param definition as {@code pg_get_indexdef()} writes it, without the name of the schema
 * @param valid false for what an interrupted concurrent build left behind
 * @param ofConstraint whether a constraint of the same name owns it
 */
public record Index(
    String name, String definition, boolean unique, boolean valid, boolean ofConstraint) {}
