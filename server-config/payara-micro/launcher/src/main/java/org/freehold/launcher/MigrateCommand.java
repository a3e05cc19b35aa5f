package org.freehold.launcher;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.freehold.launcher.database.DatabaseLogin;
import org.freehold.launcher.database.EnvironmentsDatabase;
import org.freehold.launcher.database.FreeholdDatabase;
import org.freehold.launcher.database.Migrations;
import org.freehold.launcher.folder.DataFolder;
import org.freehold.launcher.folder.FolderLock;
import org.freehold.launcher.folder.Secrets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Brings the database up to date and does nothing else: the server never gets these rights. */
@Command(
    name = "migrate",
    description = "Make or update the database, embedded or at FREEHOLD_DATABASE_URL, and end.",
    mixinStandardHelpOptions = true,
    footer = {"", "Example:", "  freehold migrate --data data"})
final class MigrateCommand implements Callable<Integer> {
  @Mixin private FolderOptions options;
  @Mixin private DatabaseOptions embedded;

  @Override
  public Integer call() {
    DataFolder folder = options.open();
    FolderLock lock = FolderLock.take(folder);
    try (FreeholdDatabase database = open(folder)) {
      Migrations.Result result = database.migrated();
      System.out.printf(
          "%d migrations applied. Schema control is at %s, schema tenant at %s.%n",
          result.applied(), result.controlVersion(), result.tenantVersion());
      if (database.environments().isEmpty()
          && OutsideDatabase.environments(Environment.ofThisProcess()).isEmpty()) {
        System.out.println(EnvironmentsDatabase.MISSING);
      }
    } finally {
      lock.close();
    }
    return 0;
  }

  private FreeholdDatabase open(DataFolder folder) {
    Environment environment = Environment.ofThisProcess();
    Optional<DatabaseLogin> outside = OutsideDatabase.administrator(environment);
    return outside
        .map(
            login ->
                FreeholdDatabase.outside(
                    login, OutsideDatabase.passwords(environment, new Secrets(folder))))
        .orElseGet(() -> FreeholdDatabase.embedded(folder, embedded.port()));
  }
}
