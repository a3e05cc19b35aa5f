package org.freehold.engine.migration;

/**
 * A column as a bundle asks for it.
 *
 * @param nullable false unless said otherwise, as in pgroll
 * @param defaultSql an expression; null for none
 * @param check null for none
 * @param references null for none
 * @param generatedSql the expression of a stored generated column; null for none
 * @param identity null and {@link Identity#NONE} mean the same
 */
public record ColumnSpec(
    String name,
    String type,
    boolean nullable,
    boolean primaryKey,
    boolean unique,
    String defaultSql,
    String comment,
    CheckSpec check,
    ReferenceSpec references,
    String generatedSql,
    Identity identity) {
  public ColumnSpec {
    identity = identity == null ? Identity.NONE : identity;
  }
}
