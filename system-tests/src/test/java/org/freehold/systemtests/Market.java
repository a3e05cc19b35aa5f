package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Templates and what is made of them. */
public final class Market {
  public static final String TEMPLATES = "/api/market/templates";
  static final String ENTERPRISE = TEMPLATES + "/enterprise-stack/use";
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private Market() {}

  /** The request that is fixed, for a company of that slug. */
  static String request(String slug, boolean seed) {
    return Body.of(
        "company_name",
        "Company " + slug,
        "primary_color",
        "#0b5cad",
        "enable_custom_domains",
        true,
        "custom_domain",
        "app." + slug + ".example",
        "plans",
        Body.json(
            """
            [{"id": "basic", "name": "Basic", "price": 29, "features": ["10 projects"]},
             {"id": "pro", "name": "Pro", "price": 99, "features": ["custom_domains"]},
             {"id": "enterprise", "name": "Enterprise", "price": 499, "features": ["sso"]}]
            """),
        "demo_seed",
        seed,
        "demo_tenant_slug",
        slug);
  }

  /** The use, when its run has ended. */
  static JsonObject ended(Answer use) {
    use.is(202);
    assertThat(use.place()).isEqualTo("/api/jobs/runs/" + use.string("run_id"));
    Await.until(
        PATIENCE, () -> Fixtures.operator().get(use.place()).is(200).json(), Seeds::hasEnded);
    return Fixtures.operator().get("/api/market/uses/" + use.id()).is(200).json();
  }

  /** The same for one that must end well. */
  public static JsonObject made(Answer use) {
    JsonObject ended = ended(use);
    assertThat(ended.getString("status")).as(ended.toString()).isEqualTo("made");
    return ended;
  }

  static List<JsonObject> things(JsonObject use) {
    return use.getJsonArray("things").getValuesAs(JsonObject.class);
  }

  /** A template with so many flags, and a role that holds the permission. */
  public static String template(String id, String version, int flags, String permission) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < flags; i++) {
      all.append(i == 0 ? "" : ",").append(FlagBodies.flag("flag-" + i));
    }
    return """
    {"id": "%s", "version": "%s", "title": "A test", "description": "For tests.",
     "parameters": [{"title": "All", "type": "object", "required": ["slug"],
       "properties": {"slug": {"type": "string"}, "plans": {"type": "array"}}}],
     "content": {
       "tenant": {"name": "Test {{ slug }}", "slug": "{{ slug }}",
                  "owner_email": "admin@{{ slug }}.example", "plan": "basic"},
       "plans": "{{ plans }}", "flags": [%s],
       "webhooks": [{"url": "http://127.0.0.1:9/{{ slug }}"}],
       "roles": [{"name": "keeper", "grants": ["projects:read"]},
                 {"name": "flyer", "grants": ["%s"]}]}}
    """
        .formatted(id, version, all, permission);
  }

  /** The making of pages waits at {@code held} while the hand acts, and then goes on. */
  static void whilePagesWait(Answer asked, Hand hand) throws SQLException {
    String tenant = asked.string("tenant_id");
    try (Connection held = Database.asAdministrator()) {
      hold(held, tenant);
      Await.until(
          PATIENCE,
          () -> Fixtures.operator().get(asked.place()).is(200).text(),
          run -> run.contains("Page One"));
      hand.act(held, tenant);
      held.commit();
    }
  }

  static void hold(Connection connection, String tenant) throws SQLException {
    connection.setAutoCommit(false);
    Database.texts(
        connection, "select pg_advisory_xact_lock(hashtext('pages:" + tenant + "'))::text");
  }

  /** What happens meanwhile. */
  @FunctionalInterface
  interface Hand {
    void act(Connection held, String tenant) throws SQLException;
  }
}
