package org.freehold.launcher;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.freehold.launcher.database.DatabaseLogin;
import org.freehold.launcher.database.EnvironmentsDatabase;
import org.freehold.launcher.database.FreeholdDatabase;
import org.freehold.launcher.database.RolePasswords;
import org.freehold.launcher.folder.Refused;
import org.freehold.launcher.folder.Secrets;

/**
 * A PostgreSQL that somebody else runs, named by FREEHOLD_DATABASE_URL. The address that is handed
 * to the server never carries the name or password of the migrating role.
 */
final class OutsideDatabase {
  private static final String ENVIRONMENTS = "FREEHOLD_ENVIRONMENTS_DATABASE_URL";

  private OutsideDatabase() {}

  /** The login of the migrating role; empty when the embedded PostgreSQL is to be used. */
  static Optional<DatabaseLogin> administrator(Environment environment) {
    return environment
        .get("FREEHOLD_DATABASE_URL")
        .map(
            url ->
                login(
                    url,
                    environment.get("FREEHOLD_DATABASE_USER"),
                    environment.get("FREEHOLD_DATABASE_PASSWORD")));
  }

  /** Given ones serve several nodes on one database; generated ones serve a single node. */
  static RolePasswords passwords(Environment environment, Secrets secrets) {
    return new RolePasswords(
        environment
            .get("FREEHOLD_DATABASE_APP_PASSWORD")
            .orElseGet(() -> secrets.password("database.app")),
        environment
            .get("FREEHOLD_DATABASE_WORKER_PASSWORD")
            .orElseGet(() -> secrets.password("database.worker")),
        environment.get(ENVIRONMENTS).isPresent()
            ? null
            : environment
                .get("FREEHOLD_ENVIRONMENTS_DATABASE_PASSWORD")
                .orElseGet(() -> secrets.password("database.environments")));
  }

  /**
   * A database for environments that somebody else has made, with its role; {@code none} is none.
   */
  static Optional<DatabaseLogin> environments(Environment environment) {
    return environment
        .get(ENVIRONMENTS)
        .filter(url -> !url.equals("none"))
        .map(
            url ->
                login(
                    url,
                    environment
                        .get("FREEHOLD_ENVIRONMENTS_DATABASE_USER")
                        .or(() -> Optional.of(EnvironmentsDatabase.NAME)),
                    environment.get("FREEHOLD_ENVIRONMENTS_DATABASE_PASSWORD")));
  }

  /**
   * The one that was named, {@code none} included, else the one that was made with the database.
   */
  static Optional<DatabaseLogin> environments(Environment environment, FreeholdDatabase database) {
    return environment.get(ENVIRONMENTS).isPresent()
        ? environments(environment)
        : database.environments();
  }

  static DatabaseLogin login(String url, Optional<String> user, Optional<String> password) {
    URI address = parsed(url);
    String[] inUrl = Optional.ofNullable(address.getUserInfo()).orElse("").split(":", 2);
    String name =
        user.or(() -> Optional.of(inUrl[0]).filter(text -> !text.isEmpty()))
            .orElseThrow(
                () ->
                    new Refused(
                        "FREEHOLD_DATABASE_URL is set, but no user.",
                        "Set FREEHOLD_DATABASE_USER to a role that may create roles and schemas."));
    String secret = password.orElse(inUrl.length > 1 ? inUrl[1] : "");
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return new DatabaseLogin(
        "jdbc:postgresql://" + address.getHost() + port + address.getPath() + query(address),
        name,
        secret);
  }

  private static URI parsed(String url) {
    String plain = url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url;
    try {
      URI address = new URI(plain.replaceFirst("^postgres://", "postgresql://"));
      boolean named = address.getPath() != null && address.getPath().length() > 1;
      if ("postgresql".equals(address.getScheme()) && address.getHost() != null && named) {
        return address;
      }
    } catch (URISyntaxException notEvenAnAddress) {
      throw malformed(notEvenAnAddress);
    }
    throw malformed(null);
  }

  private static Refused malformed(Throwable cause) {
    return new Refused(
        "FREEHOLD_DATABASE_URL is not the address of a PostgreSQL database.",
        "Write it as postgresql://host:5432/database or jdbc:postgresql://host:5432/database.",
        // The message of the cause would repeat the address, and with it perhaps a password.
        cause == null ? null : new IllegalArgumentException("malformed address"));
  }

  private static String query(URI address) {
    if (address.getRawQuery() == null) {
      return "";
    }
    String kept =
        Arrays.stream(address.getRawQuery().split("&"))
            .filter(part -> !part.startsWith("user=") && !part.startsWith("password="))
            .collect(Collectors.joining("&"));
    return kept.isEmpty() ? "" : "?" + kept;
  }
}
