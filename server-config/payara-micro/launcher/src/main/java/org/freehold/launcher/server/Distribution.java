package org.freehold.launcher.server;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.freehold.launcher.folder.Refused;

/** The folder that the build assembles; it may be moved anywhere. */
public record Distribution(Path home) {
  private static final String WAR = "freehold.war";
  private static final String SERVER = "payara-micro.jar";
  private static final String ADAPTER = "activemq-rar.rar";
  private static final String DRIVER = "postgresql.jar";

  public Distribution {
    home = home.toAbsolutePath().normalize();
  }

  /** The one that this class was loaded from: {@code lib/} is below its root. */
  public static Distribution ofThisProgram() {
    try {
      Path jar =
          Path.of(Distribution.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return new Distribution(jar.getParent().getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Refuses a folder in which a part is missing, before anything is started. */
  public Distribution complete() {
    for (String part : List.of(WAR, SERVER, ADAPTER, DRIVER)) {
      if (!Files.exists(home.resolve(part))) {
        throw new Refused(
            "The folder " + home + " is not a whole Freehold: " + part + " is missing.",
            "Build it with \"mvn package\", or unpack it again.");
      }
    }
    return this;
  }

  Path war() {
    return home.resolve(WAR);
  }

  Path server() {
    return home.resolve(SERVER);
  }

  Path driver() {
    return home.resolve(DRIVER);
  }

  Path file(String name) {
    return home.resolve(name);
  }
}
