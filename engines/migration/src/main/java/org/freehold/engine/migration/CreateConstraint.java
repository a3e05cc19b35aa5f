package org.freehold.engine.migration;

/** A new constraint on a table. */
public record CreateConstraint(String table, ConstraintSpec constraint) implements Change {}
