package org.freehold.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What names lead to for the shared server, which asks again each time. */
final class HostNames {
  private static final String HERE = "127.0.0.1";
  private static final Path FILE = Installation.dataFolder(".hosts");
  private static final Map<String, List<String>> LEADING =
      new TreeMap<>(Map.of("localhost", List.of(HERE)));

  private HostNames() {}

  /** Options of a JVM that knows these names and no others. */
  static String known() {
    try {
      leads(InetAddress.getLocalHost().getHostName(), HERE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return " -Djdk.net.hosts.file=" + FILE + " -Dsun.net.inetaddr.ttl=0";
  }

  /** From now on, to all of the addresses. */
  static synchronized void leads(String name, String... addresses) {
    LEADING.put(name, List.of(addresses));
    String lines =
        LEADING.entrySet().stream()
            .flatMap(one -> one.getValue().stream().map(at -> at + " " + one.getKey() + "\n"))
            .collect(Collectors.joining());
    try {
      Files.createDirectories(FILE.getParent());
      Path next = FILE.resolveSibling(FILE.getFileName() + ".next");
      Files.writeString(next, lines);
      Files.move(next, FILE, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
