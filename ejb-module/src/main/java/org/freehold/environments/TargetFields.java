package org.freehold.environments;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.freehold.platform.Secret;

/**
 * Where the tables of an environment are, as its tenant says it.
 *
 * @param kind managed when absent
 * @param jdbcUrl of an outside database, {@code jdbc:postgresql://host:5432/database}; it carries
 *     no user and no password
 * @param user of an outside database
 * @param password of that user; never told again; one that is absent stays as it is
 * @param schema of an outside database; {@code public} when absent
 */
public record TargetFields(
    TargetKind kind,
    @Size(max = 2000) String jdbcUrl,
    @Size(max = 63) String user,
    @Secret @Size(max = 1000) String password,
    @Pattern(regexp = "[a-z_][a-z0-9_]{0,62}") String schema) {
  public TargetFields {
    kind = kind == null ? TargetKind.MANAGED : kind;
  }

  /** Without the secret: what may be told. */
  public EnvironmentTarget told() {
    return new EnvironmentTarget(kind, jdbcUrl, user, schema);
  }
}
