package org.freehold.launcher;

import java.util.Map;
import org.freehold.launcher.database.FreeholdDatabase;
import org.freehold.launcher.folder.DataFolder;
import org.freehold.launcher.folder.Secrets;

/** What the server is told: the two roles that it signs in with, its keys and its first user. */
final class ServerEnvironment {
  private ServerEnvironment() {}

  static Map<String, String> of(
      StartOptions options, FreeholdDatabase database, DataFolder folder, FirstSignIn first) {
    Environment given = options.environment();
    Map<String, String> told = given.forServer();
    told.put("FREEHOLD_DATABASE_URL", database.app().jdbcUrl());
    told.put("FREEHOLD_DATABASE_APP_USER", database.app().user());
    told.put("FREEHOLD_DATABASE_APP_PASSWORD", database.app().password());
    told.put("FREEHOLD_DATABASE_WORKER_USER", database.worker().user());
    told.put("FREEHOLD_DATABASE_WORKER_PASSWORD", database.worker().password());
    OutsideDatabase.environments(given, database)
        .ifPresent(
            login -> {
              told.put("FREEHOLD_ENVIRONMENTS_DATABASE_URL", login.jdbcUrl());
              told.put("FREEHOLD_ENVIRONMENTS_DATABASE_USER", login.user());
              told.put("FREEHOLD_ENVIRONMENTS_DATABASE_PASSWORD", login.password());
            });
    if (given
        .get("FREEHOLD_MASTER_KEY")
        .or(() -> given.get("FREEHOLD_MASTER_KEY_FILE"))
        .isEmpty()) {
      told.put("FREEHOLD_MASTER_KEY_FILE", new Secrets(folder).masterKeyFile().toString());
    }
    if (given.get("FREEHOLD_FILES_FOLDER").isEmpty()) {
      told.put("FREEHOLD_FILES_FOLDER", folder.files().toString());
    }
    if (given.get("FREEHOLD_AUDIT_CHECKPOINTS_FOLDER").isEmpty()) {
      told.put("FREEHOLD_AUDIT_CHECKPOINTS_FOLDER", folder.checkpoints().toString());
    }
    if (!ProductionMode.isOn(given)) {
      // So that a first webhook and a health URL can be on this machine; nothing else private is
      // reached.
      told.putIfAbsent("FREEHOLD_WEBHOOKS_ALLOW_HTTP", "true");
      told.putIfAbsent("FREEHOLD_WEBHOOKS_ALLOWED_NETWORKS", "127.0.0.0/8,::1/128");
      told.putIfAbsent("FREEHOLD_RELEASES_HEALTH_ALLOW_HTTP", "true");
      told.putIfAbsent("FREEHOLD_RELEASES_HEALTH_ALLOWED_NETWORKS", "127.0.0.0/8,::1/128");
    }
    told.put("FREEHOLD_PUBLIC_URL", options.urlForPeople());
    told.put("FREEHOLD_PORT", Integer.toString(options.port()));
    told.put("FREEHOLD_ADMIN_EMAIL", first.email());
    new DemoPassword(given, new Secrets(folder))
        .get()
        .ifPresent(password -> told.put("FREEHOLD_DEMO_PASSWORD", password));
    first.password().ifPresent(password -> told.put("FREEHOLD_ADMIN_PASSWORD", password));
    return told;
  }
}
