package org.freehold.environments.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where the databases of environments are, and what they may cost. */
@ApplicationScoped
public class EnvironmentSettings {
  static final String NONE = "none";

  @Inject
  @ConfigProperty(name = "freehold.environments.database-url")
  String databaseUrl;

  @Inject
  @ConfigProperty(name = "freehold.environments.database-user")
  String databaseUser;

  @Inject
  @ConfigProperty(name = "freehold.environments.database-password")
  String databasePassword;

  @Inject
  @ConfigProperty(name = "freehold.environments.allowed-networks")
  String allowedNetworks;

  @Inject
  @ConfigProperty(name = "freehold.environments.backup-bytes")
  long backupBytes;

  @Inject
  @ConfigProperty(name = "freehold.environments.backup-days")
  int backupDays;

  @Inject
  @ConfigProperty(name = "freehold.environments.connections")
  int connections;

  public boolean hasDatabase() {
    return !databaseUrl.equals(NONE);
  }

  public String databaseUrl() {
    return databaseUrl;
  }

  public String databaseUser() {
    return databaseUser;
  }

  public String databasePassword() {
    return databasePassword;
  }

  public String allowedNetworks() {
    return allowedNetworks;
  }

  /** Beyond this many bytes of tables there is no built-in backup. */
  public long backupBytes() {
    return backupBytes;
  }

  public int backupDays() {
    return backupDays;
  }

  /** How many sessions an environment may have at once. */
  public int connections() {
    return connections;
  }
}
