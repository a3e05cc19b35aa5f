package org.freehold.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.freehold.launcher.database.FreeholdDatabase;
import org.freehold.launcher.folder.DataFolder;
import org.freehold.launcher.folder.FolderLock;
import org.freehold.launcher.folder.PropertiesFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** For developers: the migrated database alone, until it is interrupted. */
@Command(
    name = "database",
    hidden = true,
    description = "Start and migrate the embedded PostgreSQL alone, and wait.",
    footer = {"", "Example:", "  freehold database --data data"})
final class DatabaseCommand implements Callable<Integer> {
  @Mixin private FolderOptions options;
  @Mixin private DatabaseOptions embedded;

  @Override
  public Integer call() throws IOException, InterruptedException {
    DataFolder folder = options.open();
    FolderLock lock = FolderLock.take(folder);
    try (FreeholdDatabase database = FreeholdDatabase.embedded(folder, embedded.port())) {
      Path coordinates = folder.run().resolve("database.properties");
      PropertiesFile.writePrivately(coordinates, Coordinates.of(database));
      System.out.println("PostgreSQL runs. Its coordinates are in " + coordinates);
      Runtime.getRuntime().addShutdownHook(new Thread(database::close));
      CountDownLatch stopped = new CountDownLatch(1);
      database.server().orElseThrow().onExit().thenRun(stopped::countDown);
      stopped.await();
    } finally {
      lock.close();
    }
    return 0;
  }
}
