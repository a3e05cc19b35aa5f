package org.freehold.launcher.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * What the launcher that has the folder says of itself: for the second one, for {@code status} and
 * {@code down}, and for the clean-up after it was killed. Only the lock says whether it is alive.
 */
public record RunningState(Optional<Long> launcher, Optional<String> url, Optional<Long> server) {
  private static final String FILE = "running.properties";

  public static RunningState read(DataFolder folder) {
    PropertiesFile file = new PropertiesFile(folder.run().resolve(FILE));
    return new RunningState(
        file.get("launcher").map(Long::valueOf),
        file.get("url"),
        file.get("server").map(Long::valueOf));
  }

  public void write(DataFolder folder) {
    StringBuilder text = new StringBuilder();
    launcher.ifPresent(pid -> text.append("launcher=").append(pid).append('\n'));
    url.ifPresent(address -> text.append("url=").append(address).append('\n'));
    server.ifPresent(pid -> text.append("server=").append(pid).append('\n'));
    try {
      PropertiesFile.writePrivately(folder.run().resolve(FILE), text.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static void clear(DataFolder folder) {
    new PropertiesFile(folder.run().resolve(FILE)).delete();
  }

  String inWords() {
    String process = launcher.map(pid -> "process " + pid).orElse("process unknown");
    return url.map(address -> process + ", " + address).orElse(process);
  }
}
