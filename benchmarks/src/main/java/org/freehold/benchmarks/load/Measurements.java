package org.freehold.benchmarks.load;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.freehold.launcher.database.DatabaseLogin;

/** One run against a Freehold that has been started. */
final class Measurements {
  private static final String LIST = LoadTenant.PROJECTS + "?limit=50";

  private final Plan plan;
  private final FreeholdProcess freehold;
  private final Api api;
  private final DatabaseLogin administrator;
  private final DatabaseLogin app;
  private final Path databaseLog;
  private final Pressure pressure;
  private final Backlog backlog;
  private final Kind trivial;
  private final Kind list;
  private final Kind post;
  private final List<Kind> access;
  private final List<Kind> flags;

  Measurements(
      Plan plan,
      FreeholdProcess freehold,
      Api api,
      String email,
      DatabaseLogin administrator,
      DatabaseLogin app,
      Path databaseLog) {
    this.plan = plan;
    this.freehold = freehold;
    this.api = api;
    this.administrator = administrator;
    this.app = app;
    this.databaseLog = databaseLog;
    backlog = new Backlog(administrator);
    pressure = new Pressure(freehold.port(), plan.connections());
    byte[] live = HttpConnection.request("GET", "/api/health/liveness", null, null, null);
    byte[] page = api.request("GET", LIST, LoadTenant.SLUG, null);
    trivial = new Kind("GET /api/health/liveness", 200, () -> live);
    list = new Kind("GET " + LIST, 200, () -> page);
    post =
        new Kind(
            "POST " + LoadTenant.PROJECTS,
            201,
            () -> api.request("POST", LoadTenant.PROJECTS, LoadTenant.SLUG, LoadTenant.project()));
    access = AccessKinds.of(api, email);
    flags = FlagKinds.of(api);
  }

  void print() {
    Load.say("First 200 after %.1f s.%n", freehold.secondsToFirstAnswer());
    memory("at rest");
    backlog.awaitEnd();
    long now = System.currentTimeMillis();
    List<String> listSql;
    List<String> postSql;
    try (Capture capture = new Capture(administrator, app.user(), databaseLog)) {
      listSql = capture.of(() -> api.call(200, "GET", LIST, LoadTenant.SLUG, null));
      postSql =
          capture.of(
              () ->
                  api.call(
                      201, "POST", LoadTenant.PROJECTS, LoadTenant.SLUG, LoadTenant.project()));
    }
    tell(LIST, listSql);
    tell(LoadTenant.PROJECTS, postSql);
    for (Kind kind : kinds()) {
      kind.warmUp(pressure, plan.seconds());
    }
    for (int round = 1; round <= plan.rounds(); round++) {
      Load.say("Round %d of %d", round, plan.rounds());
      round(Statements.script(listSql, now), Statements.script(postSql, now));
    }
    Load.say("%n%s", Figures.table(kinds().stream().map(Kind::row).toList()));
    memory("after the load");
    Load.say(
        "Row-level security on/off, the same list in JDBC: %.3f%n",
        new RowLevelSecurity(administrator, app).ratio(listSql));
  }

  private List<Kind> kinds() {
    return Stream.of(List.of(trivial, list, post), access, flags).flatMap(List::stream).toList();
  }

  /** The transactions with their statements, each shortened to a line. */
  private static void tell(String what, List<String> statements) {
    Load.say("SQL of %s", what);
    statements.forEach(sql -> Load.say("  %.120s", sql));
  }

  private void round(String listScript, String postScript) {
    double base = Double.NaN;
    for (Kind kind : kinds()) {
      backlog.awaitEnd();
      double seen = kind.round(pressure, api, plan.seconds(), base);
      base = kind == trivial ? seen : base;
    }
    backlog.awaitEnd();
    if (PgBench.isThere()) {
      PgBench bench = new PgBench(app, plan.connections());
      list.pgbench(bench.perSecond(listScript, plan.seconds()));
      post.pgbench(bench.perSecond(postScript, plan.seconds()));
    } else {
      Load.say("There is no pgbench on the PATH: the same SQL was not run beside it.");
    }
  }

  private void memory(String when) {
    ProcessHandle postgres = freehold.postgres(plan.data());
    Memory all = new Memory(0, 0);
    for (Map.Entry<String, Memory> part : freehold.memory(postgres).entrySet()) {
      all = all.plus(part.getValue());
      Load.say(
          "Memory %s: %s PSS %.0f MiB, RSS %.0f MiB",
          when, part.getKey(), part.getValue().pss(), part.getValue().rss());
    }
    Load.say("Memory %s: all PSS %.0f MiB, RSS %.0f MiB%n", when, all.pss(), all.rss());
  }
}
