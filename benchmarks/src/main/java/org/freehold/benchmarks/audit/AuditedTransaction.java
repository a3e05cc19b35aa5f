package org.freehold.benchmarks.audit;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.freehold.benchmarks.load.Api;
import org.freehold.benchmarks.load.Capture;
import org.freehold.benchmarks.load.HttpConnection;
import org.freehold.launcher.FreeholdServer;
import org.freehold.platform.Uuid7;

/**
 * The SQL of a request that makes a workspace, as the server sent it, again and again with ids of
 * its own: once as it is, and once without what writes the trail.
 */
final class AuditedTransaction {
  private static final int CONNECTIONS = 8;
  private static final Pattern UUID7 =
      Pattern.compile("'([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})'");

  private final FreeholdServer freehold;
  private final Api api;
  private final String tenant;
  private final List<String> statements;
  private final long since;
  private final int seconds;

  /** A statement whose ids were made by the request. */
  private record Prepared(PreparedStatement statement, List<String> ids) {}

  AuditedTransaction(FreeholdServer freehold, Api api, String tenant, int seconds) {
    this.freehold = freehold;
    this.api = api;
    this.tenant = tenant;
    this.seconds = seconds;
    Runnable request = () -> api.call(201, "POST", "/api/workspaces", tenant, workspace());
    request.run();
    try (Capture capture =
        new Capture(
            freehold.database().administrator(),
            freehold.database().app().user(),
            freehold.folder().log().resolve("postgresql.log"))) {
      since = System.currentTimeMillis();
      statements =
          capture.of(request).stream()
              .filter(
                  sql -> !sql.matches("(?is)(begin|commit|rollback|set session|show|select 1).*"))
              .toList();
    }
    if (statements.stream().noneMatch(AuditedTransaction::isAudit)) {
      throw new IllegalStateException("No audit event in " + statements);
    }
  }

  private static String workspace() {
    String name = "w" + UUID.randomUUID().toString().substring(0, 12);
    return "{\"name\":\"%s\",\"slug\":\"%s\"}".formatted(name, name);
  }

  private static boolean isAudit(String sql) {
    return sql.contains("audit_");
  }

  /** Transactions a second with the trail and without, medians of rounds in turn. */
  double[] perSecond(int rounds) throws Exception {
    List<String> without = statements.stream().filter(sql -> !isAudit(sql)).toList();
    double[] with = new double[rounds];
    double[] bare = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      with[round] = run(statements);
      bare[round] = run(without);
    }
    java.util.Arrays.sort(with);
    java.util.Arrays.sort(bare);
    return new double[] {with[rounds / 2], bare[rounds / 2]};
  }

  /** The whole request, over HTTP. */
  double requestsPerSecond() throws Exception {
    return Writers.perSecond(CONNECTIONS, seconds, this::caller);
  }

  private Writers.Writer caller() throws IOException {
    HttpConnection connection = new HttpConnection(freehold.url().getPort());
    return new Writers.Writer() {
      @Override
      public int write() throws IOException {
        byte[] request = api.request("POST", "/api/workspaces", tenant, workspace());
        HttpConnection.Answer answer = connection.send(request);
        if (answer.status() != 201) {
          throw new IllegalStateException(answer.status() + ": " + answer.text());
        }
        return 1;
      }

      @Override
      public void close() throws IOException {
        connection.close();
      }
    };
  }

  private double run(List<String> script) throws Exception {
    return Writers.perSecond(CONNECTIONS, seconds, () -> writer(script));
  }

  private Writers.Writer writer(List<String> script) throws SQLException {
    Connection connection = freehold.database().app().connect();
    connection.setAutoCommit(false);
    try (Statement path = connection.createStatement()) {
      path.execute("set search_path to tenant");
      connection.commit();
    }
    List<Prepared> prepared = new ArrayList<>();
    for (String sql : script) {
      prepared.add(prepared(connection, sql));
    }
    return new Writers.Writer() {
      @Override
      public int write() throws SQLException {
        Map<String, UUID> fresh = new HashMap<>();
        for (Prepared one : prepared) {
          int at = 0;
          for (String id : one.ids()) {
            at++;
            if (id.startsWith("'w")) {
              one.statement()
                  .setString(
                      at,
                      fresh
                          .computeIfAbsent(id, unknown -> UUID.randomUUID())
                          .toString()
                          .substring(0, 13));
            } else {
              one.statement().setObject(at, fresh.computeIfAbsent(id, unknown -> Uuid7.next()));
            }
          }
          one.statement().execute();
        }
        connection.commit();
        return 1;
      }

      @Override
      public void close() throws SQLException {
        connection.close();
      }
    };
  }

  private Prepared prepared(Connection connection, String sql) throws SQLException {
    List<String> ids = new ArrayList<>();
    // Operators with a question mark are no places.
    Matcher found = Pattern.compile(UUID7.pattern() + "|'w[0-9a-f]{8}-[0-9a-f]{3}'").matcher(sql);
    StringBuilder text = new StringBuilder();
    while (found.find()) {
      boolean slug = found.group(1) == null;
      boolean made = slug || madeAt(found.group(1)) >= since;
      if (made) {
        ids.add(slug ? found.group() : found.group(1));
      }
      found.appendReplacement(
          text, Matcher.quoteReplacement(made ? (slug ? "?" : "?::uuid") : found.group()));
    }
    found.appendTail(text);
    return new Prepared(connection.prepareStatement(text.toString()), ids);
  }

  private static long madeAt(String uuid7) {
    return Long.parseLong(uuid7.substring(0, 8) + uuid7.substring(9, 13), 16);
  }
}
