package org.freehold.engine.migration;

/**
 * A column as PostgreSQL tells it.
 *
 * @param type as {@code format_type()} writes it
 * @param defaultSql as {@code pg_get_expr()} writes it; null without a default
 * @param generatedSql the expression of a stored generated column; null for others
 */
public record Column(
    String name,
    String type,
    boolean nullable,
    String defaultSql,
    Identity identity,
    String generatedSql) {}
