package org.freehold.systemtests;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.freehold.launcher.FreeholdServer;

/**
 * A server with little memory and without a database for environments, whose files are in a storage
 * that speaks S3, and which hands its checkpoints over there and to auditors.
 */
final class S3Installation {
  static final int MEGABYTE = 1024 * 1024;
  static final long HEAP = 256L * MEGABYTE;

  private static S3Server storage;
  private static Custody custody;
  private static FreeholdServer server;
  private static Fixtures fixtures;

  private S3Installation() {}

  static void start() throws IOException {
    storage = new S3Server(Installation.empty(Installation.dataFolder("-s3-objects")));
    custody = new Custody(storage);
    Map<String, String> variables = new HashMap<>(storage.environment());
    variables.put("FREEHOLD_HEAP", HEAP / MEGABYTE + "m");
    variables.put("FREEHOLD_FILES_MAX_BYTES", Long.toString(300L * MEGABYTE));
    variables.put("FREEHOLD_FILES_ORPHAN_MINUTES", "0");
    variables.put("FREEHOLD_ENVIRONMENTS_DATABASE_URL", "none");
    variables.putAll(custody.environment());
    server = Installation.start(Installation.dataFolder("-s3"), false, variables);
    fixtures =
        new Fixtures(
            server.url(), server.administratorEmail(), server.generatedPassword().orElseThrow());
  }

  static void stop() {
    server.close();
    custody.close();
    storage.close();
  }

  static S3Server storage() {
    return storage;
  }

  static Custody custody() {
    return custody;
  }

  static FreeholdServer server() {
    return server;
  }

  static Fixtures fixtures() {
    return fixtures;
  }

  /** How a part of the server says that it is. */
  static String health(String component) {
    return fixtures
        .platform()
        .get("/api/health/detailed")
        .json()
        .getJsonObject("components")
        .getJsonObject(component)
        .getString("status");
  }
}
