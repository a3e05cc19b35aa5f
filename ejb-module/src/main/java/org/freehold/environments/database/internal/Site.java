package org.freehold.environments.database.internal;

import java.util.UUID;

/**
 * Where the tables of one environment are.
 *
 * @param environment its id; null when it is about the keeper only
 * @param name of the environment among all: in the journal, and of its schema when it is managed
 * @param keeper who makes schemas and roles; in an outside database the only login there is
 * @param schema where the tables are
 * @param role who works on them
 * @param managed whether schema and role are ours to make
 * @param connections how many sessions the role may have
 */
public record Site(
    UUID environment,
    String name,
    Login keeper,
    String schema,
    String role,
    boolean managed,
    int connections) {

  /** In the environments database. */
  public static Site managed(UUID environment, Login keeper, int connections) {
    String name = nameOf(environment);
    return new Site(environment, name, keeper, name, name, true, connections);
  }

  /** In a database of somebody else's, which knows one login only. */
  public static Site outside(UUID environment, Login login, String schema) {
    return new Site(environment, nameOf(environment), login, schema, login.user(), false, 0);
  }

  private static String nameOf(UUID environment) {
    return "env_" + environment.toString().replace("-", "");
  }
}
