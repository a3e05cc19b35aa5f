package org.freehold.launcher.database;

import org.freehold.launcher.folder.Secrets;

/** The passwords of the two roles that the server signs in with. */
public record RolePasswords(String app, String worker) {

  /** Those kept in the data folder; made when there are none. */
  public static RolePasswords keptIn(Secrets secrets) {
    return new RolePasswords(secrets.password("database.app"), secrets.password("database.worker"));
  }

  @Override
  public String toString() {
    return "RolePasswords";
  }
}
