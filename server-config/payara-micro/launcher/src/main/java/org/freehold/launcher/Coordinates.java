package org.freehold.launcher;

import org.freehold.launcher.database.DatabaseLogin;
import org.freehold.launcher.database.FreeholdDatabase;

/** The ways into a database as properties that people and scripts read. */
final class Coordinates {
  private Coordinates() {}

  static String of(FreeholdDatabase database) {
    return lines("administrator", database.administrator())
        + lines("app", database.app())
        + lines("worker", database.worker());
  }

  private static String lines(String name, DatabaseLogin login) {
    return "%1$s.url=%2$s\n%1$s.user=%3$s\n%1$s.password=%4$s\n"
        .formatted(name, login.jdbcUrl(), login.user(), login.password());
  }
}
