package org.freehold.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.freehold.launcher.FreeholdServer;
import org.freehold.launcher.StartOptions;
import org.freehold.launcher.database.FreeholdDatabase;
import org.freehold.launcher.folder.Secrets;

/** The one server that all tests share: started by the first, stopped when the tests end. */
public final class Installation {
  /** More than any test means to send, and few enough to send more. */
  static final int TENANT_REQUESTS_PER_MINUTE = 1800;

  /** Of tables that have a backup on the shared server: few enough to have more. */
  static final int BACKUP_BYTES = 4_000_000;

  /** The origin of pages that may ask the shared server for flags, and show its portal. */
  public static final String PAGES = "https://pages.example";

  /** Receivers at this address must agree to be called. */
  public static final String CONSENTING = "127.0.0.2";

  /**
   * Half of a start is the second compiler's work, which servers of tests never live by, and an
   * eighth is the check of classes, which other tests' servers do.
   */
  private static final String QUICK_START =
      "-XX:TieredStopAtLevel=1 -XX:+UnlockDiagnosticVMOptions -XX:-BytecodeVerificationRemote";

  private static final NameServer DNS = new NameServer();
  private static final FreeholdServer SERVER = startShared();

  private Installation() {}

  public static URI url() {
    return SERVER.url();
  }

  static FreeholdDatabase database() {
    return SERVER.database();
  }

  public static String administratorEmail() {
    return SERVER.administratorEmail();
  }

  public static String administratorPassword() {
    return SERVER.generatedPassword().orElseThrow();
  }

  /** The password of demo users. */
  static String demoPassword() {
    return SERVER.demoPassword().orElseThrow();
  }

  /** The process of the shared server. */
  static ProcessHandle process() {
    return SERVER.serverProcess().orElseThrow();
  }

  /** Whom every server asks about domains. */
  public static NameServer dns() {
    return DNS;
  }

  /** The log of the server as far as it is written. */
  static String log() throws IOException {
    return Files.readString(SERVER.folder().log().resolve("server.log"));
  }

  /** Where the shared server keeps the content of files. */
  static Path files() {
    return SERVER.folder().files();
  }

  /** Starts one more; {@code data} is made empty unless {@code keep}. */
  static FreeholdServer start(Path data, boolean keep) {
    return start(data, keep, Map.of());
  }

  /** Starts one more with variables of its own. */
  static FreeholdServer start(Path data, boolean keep, Map<String, String> variables) {
    if (!keep) {
      delete(data);
    }
    StartOptions options =
        StartOptions.onFreePorts(Path.of(System.getProperty("freehold.distribution")), data)
            .with("FREEHOLD_LIMITS_SIGN_INS_PER_MINUTE", "100000")
            .with("FREEHOLD_LIMITS_REQUESTS_PER_MINUTE", "600")
            .with(
                "FREEHOLD_LIMITS_TENANT_REQUESTS_PER_MINUTE",
                Integer.toString(TENANT_REQUESTS_PER_MINUTE))
            .with("FREEHOLD_LIMITS_ANONYMOUS_PER_MINUTE", "100000")
            .with("FREEHOLD_IDENTITY_ACCESS_TOKEN_SECONDS", "1800")
            // Tests that kill a server wait until its leases end.
            .with("FREEHOLD_WORK_LEASE_SECONDS", "12")
            .with("FREEHOLD_JOBS_LEASE_SECONDS", "12")
            // Tests wait until a receiver is asked again.
            .with("FREEHOLD_WEBHOOKS_BREAKER_SECONDS", "2")
            .with("FREEHOLD_WEB_TRUSTED_PROXIES", "127.0.0.1")
            .with("FREEHOLD_DNS_RESOLVERS", DNS.address())
            .with("JAVA_TOOL_OPTIONS", QUICK_START);
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      options = options.with(variable.getKey(), variable.getValue());
    }
    return FreeholdServer.started(options);
  }

  /** The variables of one more node, on the database of the first and with its keys and files. */
  static Map<String, String> beside(FreeholdServer first) {
    FreeholdDatabase database = first.database();
    return Map.of(
        "FREEHOLD_DATABASE_URL", database.administrator().jdbcUrl(),
        "FREEHOLD_DATABASE_USER", database.administrator().user(),
        "FREEHOLD_DATABASE_PASSWORD", database.administrator().password(),
        "FREEHOLD_DATABASE_APP_PASSWORD", database.app().password(),
        "FREEHOLD_DATABASE_WORKER_PASSWORD", database.worker().password(),
        "FREEHOLD_MASTER_KEY_FILE", new Secrets(first.folder()).masterKeyFile().toString(),
        "FREEHOLD_FILES_FOLDER", first.folder().files().toString(),
        "FREEHOLD_AUDIT_CHECKPOINTS_FOLDER", first.folder().checkpoints().toString());
  }

  /** The folder, without whatever was in it. */
  static Path empty(Path folder) {
    delete(folder);
    return folder;
  }

  /** A folder beside the one of the shared server. */
  static Path dataFolder(String name) {
    Path shared = Path.of(System.getProperty("freehold.data"));
    return shared.resolveSibling(shared.getFileName() + name);
  }

  private static FreeholdServer startShared() {
    FreeholdServer server =
        start(
            dataFolder(""),
            false,
            Map.ofEntries(
                Map.entry("FREEHOLD_ENVIRONMENTS_BACKUP_BYTES", Integer.toString(BACKUP_BYTES)),
                Map.entry("FREEHOLD_FLAGS_ALLOWED_ORIGINS", PAGES),
                Map.entry("FREEHOLD_WEBHOOKS_CONSENT", CONSENTING + "/32"),
                Map.entry(
                    "JAVA_TOOL_OPTIONS", QUICK_START + TlsReceiver.trustedBy() + HostNames.known()),
                Map.entry(
                    "FREEHOLD_WEBHOOKS_PORTAL_FRAME_ANCESTORS", PAGES + ",http://127.0.0.1:*"),
                Map.entry("FREEHOLD_STRIPE_BASE_URL", FakeStripe.shared().url()),
                Map.entry("FREEHOLD_STRIPE_SECRET_KEY", FakeStripe.SECRET_KEY),
                Map.entry(
                    "FREEHOLD_STRIPE_WEBHOOK_SECRETS",
                    "whsec_of_before," + FakeStripe.WEBHOOK_SECRET),
                Map.entry("FREEHOLD_FORWARDING_ALLOW_HTTP", "true"),
                Map.entry("FREEHOLD_FORWARDING_ALLOWED_NETWORKS", "127.0.0.0/8"),
                Map.entry("FREEHOLD_FORWARDING_RETRY_SECONDS", "1"),
                Map.entry("FREEHOLD_MAIL_HOST", "127.0.0.1"),
                Map.entry("FREEHOLD_MAIL_PORT", Integer.toString(PostOffice.shared().port())),
                Map.entry("FREEHOLD_MAIL_SECURITY", "none"),
                Map.entry("FREEHOLD_MAIL_FROM", "Freehold <noreply@freehold.example>"),
                Map.entry("FREEHOLD_MAIL_RETRY_SECONDS", "1")));
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-freehold"));
    return server;
  }

  private static void delete(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path one : deepestFirst) {
        Files.delete(one);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Could not empty " + folder, e);
    }
  }
}
