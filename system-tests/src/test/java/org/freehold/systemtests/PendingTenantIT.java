package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A tenant that is being made lets nobody in. */
class PendingTenantIT {
  private final Api operator = Fixtures.operator();
  private final String email = Fixtures.unique("owner") + "@owners.example";
  private final String slug = Fixtures.created("owner_email", email).string("slug");
  private final Api owner = Fixtures.nobody().in(slug).signedIn(email, TestTenant.PASSWORD);

  /** All calls that take ids, and some that take none. */
  private static List<LeakEndpoint> calls() {
    return Stream.of(
            LeakEndpoints.inside().filter(one -> !one.path().startsWith("/api/auth/")),
            LeakEndpoints.naming(),
            LeakEndpoints.ofThePlatform(),
            Stream.of(
                new LeakEndpoint("GET", "/api/whoami", ""),
                new LeakEndpoint("GET", "/api/projects", ""),
                new LeakEndpoint("POST", "/api/projects", "{\"name\":\"P\"}"),
                new LeakEndpoint("GET", "/api/pages", ""),
                new LeakEndpoint("GET", "/api/usage", ""),
                new LeakEndpoint("GET", "/api/audit-logs", ""),
                new LeakEndpoint("POST", "/api/admin/api-keys", "{\"name\":\"K\"}"),
                new LeakEndpoint("POST", "/api/access/explain", "{}"),
                new LeakEndpoint("POST", "/access/v1/evaluation", "{}")))
        .flatMap(one -> one)
        .toList();
  }

  private String place(String kind) {
    return kind.equals("slug") ? slug : LeakEndpoints.UNKNOWN;
  }

  @Test
  void nobodyIsLetInUntilItIsOpen() {
    for (LeakEndpoint call : calls()) {
      Answer refused = call.call(owner, this::place);
      assertThat(refused.status()).as(call.toString()).isEqualTo(403);
      assertThat(refused.string("code")).as(call.toString()).isEqualTo("tenant_pending");
    }
    Answer flags = owner.send("POST", "/ofrep/v1/evaluate/flags", BodyPublishers.ofString("{}"));
    assertThat(flags.status()).isEqualTo(403);
    owner.get("/api/auth/sessions").is(200);
    operator.post("/api/tenants/" + slug + "/activate").is(200);
    owner.get("/api/whoami").is(200);
    owner.post("/api/projects", Body.of("name", "P")).is(201);
  }

  @Test
  void aTrialOpensIt() {
    owner.get("/api/projects").isProblem(403, "tenant_pending");
    operator.patch("/api/tenants/" + slug, "{\"trial_ends_at\":\"2126-01-01T00:00:00Z\"}").is(200);
    owner.get("/api/projects").is(200);
  }

  @Test
  void itsOperatorSeesItAndAStrangerDoesNot() {
    assertThat(operator.get("/api/tenants/" + slug).is(200).string("status")).isEqualTo("pending");
    operator.in(slug).get("/api/projects").isProblem(404, "not_found");
    Api stranger = Fixtures.tenant().api();
    stranger.get("/api/tenants/" + slug).isProblem(404, "not_found");
    stranger.in(slug).get("/api/projects").isProblem(404, "not_found");
  }
}
