package org.freehold.launcher.database;

import org.freehold.launcher.folder.Secrets;

/**
 * The passwords of the roles that the server signs in with.
 *
 * @param environments of the role that keeps the environments; null when somebody else has made it
 */
public record RolePasswords(String app, String worker, String environments) {
  /** Of the two roles of Freehold's own database. */
  public RolePasswords(String app, String worker) {
    this(app, worker, null);
  }

  /** Those kept in the data folder; made when there are none. */
  public static RolePasswords keptIn(Secrets secrets) {
    return new RolePasswords(
        secrets.password("database.app"),
        secrets.password("database.worker"),
        secrets.password("database.environments"));
  }

  @Override
  public String toString() {
    return "RolePasswords";
  }
}
