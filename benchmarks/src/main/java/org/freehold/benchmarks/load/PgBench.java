package org.freehold.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.freehold.launcher.database.DatabaseLogin;

/** The pgbench of this machine, when there is one on the PATH. */
public record PgBench(DatabaseLogin login, int connections) {
  private static final Pattern THROUGHPUT = Pattern.compile("(?m)^tps = ([0-9.]+) ");

  public static boolean isThere() {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "pgbench")));
  }

  /** Scripts per second, each statement prepared once per connection. */
  public double perSecond(String script, int seconds) {
    try {
      Path file = Files.createTempFile("freehold-", ".sql");
      try {
        Files.writeString(file, script);
        return run(file, seconds);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private double run(Path script, int seconds) throws IOException {
    URI server = URI.create(login.jdbcUrl().substring("jdbc:".length()));
    ProcessBuilder builder =
        new ProcessBuilder(
            "pgbench",
            "--no-vacuum",
            "--protocol=prepared",
            "--client=" + connections,
            "--jobs=1",
            "--time=" + seconds,
            "--file=" + script,
            "--host=" + server.getHost(),
            "--port=" + server.getPort(),
            "--username=" + login.user(),
            server.getPath().substring(1));
    builder.environment().put("PGPASSWORD", login.password());
    // It prepares the whole script before the first statement could set the path.
    builder.environment().put("PGOPTIONS", "-c search_path=tenant");
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher throughput = THROUGHPUT.matcher(said);
    if (!throughput.find()) {
      throw new IllegalStateException("pgbench said: " + said);
    }
    return Double.parseDouble(throughput.group(1));
  }
}
