package org.freehold.component.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.freehold.launcher.database.FreeholdDatabase;
import org.freehold.launcher.folder.DataFolder;

/**
 * The product's own command files, filled for one run. What the server otherwise reads from its
 * environment stands in them, since a JVM cannot change the environment that its children inherit.
 */
record BootFiles(Path preBoot, Path postBoot) {

  static BootFiles write(Path home, DataFolder folder, FreeholdDatabase database)
      throws IOException {
    return new BootFiles(
        fill(home.resolve("pre-boot.txt"), home, folder, database),
        fill(home.resolve("post-boot.txt"), home, folder, database));
  }

  private static Path fill(Path template, Path home, DataFolder folder, FreeholdDatabase database)
      throws IOException {
    String text =
        Files.readString(template)
            .replace("@home@", home.toString())
            .replace("@bind@", "127.0.0.1")
            .replace(
                "@broker@", escaped("vm://freehold?broker.persistent=false&broker.useJmx=false"))
            .replace(variable("URL"), escaped(database.app().jdbcUrl()))
            .replace(variable("APP_USER"), database.app().user())
            .replace(variable("APP_PASSWORD"), database.app().password())
            .replace(variable("WORKER_USER"), database.worker().user())
            .replace(variable("WORKER_PASSWORD"), database.worker().password());
    return Files.writeString(folder.run().resolve(template.getFileName()), text);
  }

  private static String variable(String name) {
    return "${ENV\\=FREEHOLD_DATABASE_" + name + "}";
  }

  /** In the value of a property the server's commands take these two for separators. */
  private static String escaped(String value) {
    return value.replace(":", "\\:").replace("=", "\\=");
  }
}
