package org.freehold.launcher;

import java.nio.file.Path;
import java.util.Optional;
import org.freehold.launcher.folder.Ports;
import org.freehold.launcher.server.Distribution;

/**
 * What a start needs to know.
 *
 * @param port of HTTP
 * @param databasePort of the embedded PostgreSQL, or 0 for one that is chosen and remembered
 * @param publicUrl how browsers and clients reach this installation
 */
public record StartOptions(
    Distribution distribution,
    Path data,
    int port,
    int databasePort,
    Optional<String> publicUrl,
    Environment environment) {

  /** For tests: some free ports, and only what the machine's environment says. */
  public static StartOptions onFreePorts(Path distribution, Path data) {
    return new StartOptions(
        new Distribution(distribution),
        data,
        Ports.anyFree(),
        0,
        Optional.empty(),
        Environment.ofThisProcess());
  }

  /** The same with an environment variable. */
  public StartOptions with(String name, String value) {
    return new StartOptions(
        distribution, data, port, databasePort, publicUrl, environment.with(name, value));
  }

  /** Where the server listens; loopback unless FREEHOLD_BIND says otherwise. */
  String bind() {
    return environment.get("FREEHOLD_BIND").orElse("127.0.0.1");
  }

  /** The address on which this machine reaches a server that listens on {@link #bind}. */
  String reachableHost() {
    return bind().equals("0.0.0.0") ? "127.0.0.1" : bind();
  }

  /** How this machine reaches it. */
  String localUrl() {
    return "http://localhost:" + port;
  }

  String urlForPeople() {
    return publicUrl.orElseGet(this::localUrl);
  }

  String heap() {
    return environment.get("FREEHOLD_HEAP").orElse("384m");
  }
}
