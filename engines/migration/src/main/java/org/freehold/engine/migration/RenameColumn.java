package org.freehold.engine.migration;

/** A column with a new name. */
public record RenameColumn(String table, String from, String to) implements Change {}
