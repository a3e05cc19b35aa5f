package org.freehold.engine.migration;

import java.util.Optional;

/**
 * Changes of one column; what is null stays as it is.
 *
 * @param type the new type
 * @param defaultSql the new default; {@code Optional.empty()} drops it
 * @param up expression for the new value: of rows with null when the column becomes not null, of
 *     every row when its type changes
 * @param down expression for the old value when the type changes back; null for a cast
 * @param rewrite whether the writer accepts a rewrite of the table under its lock
 */
public record AlterColumn(
    String table,
    String column,
    String type,
    Boolean nullable,
    Optional<String> defaultSql,
    CheckSpec check,
    Boolean unique,
    ReferenceSpec references,
    String comment,
    String up,
    String down,
    boolean rewrite)
    implements Change {}
