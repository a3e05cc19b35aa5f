package org.freehold.launcher;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.freehold.launcher.database.DatabaseLogin;
import org.freehold.launcher.folder.Refused;
import org.freehold.launcher.folder.Secrets;

/**
 * The first administrator. A generated password is kept with the secrets until it has been shown
 * once, so that a first start that fails half-way loses nobody the way in.
 */
final class FirstSignIn {
  static final String DEFAULT_EMAIL = "admin@freehold.example";
  private static final String KEPT = "administrator";

  private final Environment environment;
  private final Secrets secrets;

  FirstSignIn(Environment environment, Secrets secrets, DatabaseLogin database) {
    this.environment = environment;
    this.secrets = secrets;
    if (isEmpty(database) && environment.get("FREEHOLD_ADMIN_PASSWORD").isEmpty()) {
      if (ProductionMode.isOn(environment)) {
        throw new Refused(
            "Production mode generates no password for the first administrator.",
            "Set FREEHOLD_ADMIN_EMAIL and FREEHOLD_ADMIN_PASSWORD for the first start.");
      }
      secrets.password(KEPT);
    }
  }

  String email() {
    return environment.get("FREEHOLD_ADMIN_EMAIL").orElse(DEFAULT_EMAIL);
  }

  /** For the server, which uses it only while there is nobody. */
  Optional<String> password() {
    return environment.get("FREEHOLD_ADMIN_PASSWORD").or(this::generated);
  }

  /** The password that only we know, until {@link #shown}. */
  Optional<String> generated() {
    return secrets.known(KEPT);
  }

  void shown() {
    secrets.forget(KEPT);
  }

  private static boolean isEmpty(DatabaseLogin database) {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select not exists (select from control.app_user)")) {
      return rows.next() && rows.getBoolean(1);
    } catch (SQLException e) {
      throw new Refused(
          "The database could not be read: " + e.getMessage(), "Repair it and start again.", e);
    }
  }
}
