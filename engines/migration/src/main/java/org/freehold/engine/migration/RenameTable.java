package org.freehold.engine.migration;

/** A table with a new name. */
public record RenameTable(String from, String to) implements Change {}
