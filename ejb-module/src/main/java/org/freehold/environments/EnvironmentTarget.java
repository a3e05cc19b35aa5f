package org.freehold.environments;

/**
 * Where the tables of an environment are, as the API tells it.
 *
 * @param jdbcUrl null for a managed one
 * @param user null for a managed one
 * @param schema null for a managed one
 */
public record EnvironmentTarget(TargetKind kind, String jdbcUrl, String user, String schema) {}
