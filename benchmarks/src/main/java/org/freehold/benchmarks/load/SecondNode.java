package org.freehold.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.freehold.launcher.FreeholdServer;
import org.freehold.launcher.StartOptions;
import org.freehold.launcher.database.FreeholdDatabase;
import org.freehold.launcher.folder.Secrets;

/**
 * Two servers on one database: what is changed on the first is asked of the second, again and
 * again, until it shows. Arguments: the folder of the distribution, rounds.
 */
public final class SecondNode {
  private static final long PATIENCE_NANOS = 10_000_000_000L;
  private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern VALUE_TRUE = Pattern.compile("\"value\"\\s*:\\s*true");
  private static final String ROLES = "/api/roles";
  private static final String FLAG =
      "{\"key\":\"moment\",\"type\":\"boolean\",\"enabled\":true,"
          + "\"variants\":[{\"name\":\"on\",\"value\":true},{\"name\":\"off\",\"value\":false}],"
          + "\"off_variant\":\"off\",\"otherwise\":{\"variant\":\"on\"}}";

  /** Held, because the logging of the JDK forgets loggers that nobody holds. */
  private static final Logger MIGRATIONS = Logger.getLogger("org.flywaydb");

  private final Api first;
  private final String caller;
  private final HttpConnection second;
  private final String person;

  private SecondNode(Api first, HttpConnection second, int secondPort, String email) {
    this.first = first;
    this.second = second;
    LoadTenant.make(first, email, 0);
    String user =
        "{\"email\":\"ada@load.example\",\"name\":\"Ada\",\"role\":\"viewer\",\"password\":\"%s\"}";
    String password = "Correct-Horse-7-Battery";
    person = id(changed(201, "POST", "/api/users", user.formatted(password)));
    changed(201, "POST", ROLES, "{\"name\":\"grants\",\"grants\":[\"roles:read\"]}");
    changed(201, "POST", "/api/flags", FLAG);
    caller = Api.signIn(secondPort, "ada@load.example", password).token();
  }

  public static void main(String... arguments) throws IOException {
    int rounds = Integer.parseInt(arguments[1]);
    Path distribution = Path.of(arguments[0]);
    Path data = Files.createTempDirectory("freehold-nodes-");
    MIGRATIONS.setLevel(Level.WARNING);
    try (FreeholdServer first =
            FreeholdServer.started(Load.options(distribution, data.resolve("1")));
        FreeholdServer second =
            FreeholdServer.started(beside(first, Load.options(distribution, data.resolve("2"))));
        HttpConnection there = new HttpConnection(second.url().getPort())) {
      String email = first.administratorEmail();
      Api here = Api.signIn(first.url().getPort(), email, first.generatedPassword().orElseThrow());
      new SecondNode(here, there, second.url().getPort(), email).run(rounds);
    } finally {
      Load.deleteAll(data);
    }
  }

  /** Options of one more server, on the database of the first and with its keys and files. */
  public static StartOptions beside(FreeholdServer first, StartOptions options) {
    FreeholdDatabase database = first.database();
    return options
        .with("FREEHOLD_DATABASE_URL", database.administrator().jdbcUrl())
        .with("FREEHOLD_DATABASE_USER", database.administrator().user())
        .with("FREEHOLD_DATABASE_PASSWORD", database.administrator().password())
        .with("FREEHOLD_DATABASE_APP_PASSWORD", database.app().password())
        .with("FREEHOLD_DATABASE_WORKER_PASSWORD", database.worker().password())
        .with("FREEHOLD_MASTER_KEY_FILE", new Secrets(first.folder()).masterKeyFile().toString())
        .with("FREEHOLD_FILES_FOLDER", first.folder().files().toString())
        .with("FREEHOLD_AUDIT_CHECKPOINTS_FOLDER", first.folder().checkpoints().toString());
  }

  private void run(int rounds) {
    Latencies given = new Latencies();
    Latencies taken = new Latencies();
    Latencies flag = new Latencies();
    byte[] roles = HttpConnection.request("GET", ROLES, LoadTenant.SLUG, caller, null);
    byte[] evaluation =
        HttpConnection.request(
            "POST",
            "/ofrep/v1/evaluate/flags/moment",
            LoadTenant.SLUG,
            caller,
            "{\"context\":{\"targetingKey\":\"ada\"}}");
    String assignment = "{\"role\":\"grants\",\"user_id\":\"%s\"}".formatted(person);
    boolean on = true;
    for (int round = 0; round < rounds; round++) {
      String made = id(changed(201, "POST", "/api/role-assignments", assignment));
      given.add(shown(roles, answer -> answer.status() == 200));
      changed(204, "DELETE", "/api/role-assignments/" + made, null);
      taken.add(shown(roles, answer -> answer.status() == 403));
      on = !on;
      changed(200, "POST", "/api/flags/moment/toggle", "{\"enabled\":" + on + "}");
      boolean wanted = on;
      flag.add(shown(evaluation, answer -> VALUE_TRUE.matcher(answer.text()).find() == wanted));
    }
    Load.say("%n| changed on one node, seen on the other | p50 ms | p99 ms | longest ms |");
    Load.say("|---|---:|---:|---:|");
    line("a role given", given);
    line("a role taken", taken);
    line("a flag switched", flag);
  }

  /** From the answer to the change until the first answer that shows it. */
  private long shown(byte[] question, Predicate<HttpConnection.Answer> wanted) {
    long announced = System.nanoTime();
    while (System.nanoTime() - announced < PATIENCE_NANOS) {
      try {
        if (wanted.test(second.send(question))) {
          return System.nanoTime() - announced;
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    throw new IllegalStateException("The other node never showed the change");
  }

  private String changed(int status, String method, String path, String body) {
    return first.call(status, method, path, LoadTenant.SLUG, body);
  }

  private static void line(String what, Latencies times) {
    Load.say(
        "| %s | %s | %s | %s |",
        what,
        millis(times.percentile(50)),
        millis(times.percentile(99)),
        millis(times.percentile(100)));
  }

  private static String millis(double value) {
    return String.format(Locale.ROOT, "%.0f", value);
  }

  private static String id(String answer) {
    Matcher matcher = ID.matcher(answer);
    if (!matcher.find()) {
      throw new IllegalStateException("No id in " + answer);
    }
    return matcher.group(1);
  }
}
