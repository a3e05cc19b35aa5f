package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is free for everybody is no way round to what is not. */
class PlainPathsIT {
  private static final List<String> FREE =
      List.of(
          "/.well-known",
          "/api/auth",
          "/api/docs",
          "/api/health",
          "/api/metrics",
          "/api/openapi.json",
          "/api/usage",
          "/api/whoami");

  private static final List<String> BACK = List.of("..", "%2e%2e", "%252e%252e", ".%2E", "..;a=b");

  private static TestTenant tenant;
  private static Api away;

  @BeforeAll
  static void aTenantThatTakesNoCallsFromHere() {
    tenant = Fixtures.tenant();
    JsonValue office = Body.json(Body.of("mode", "enforced", "networks", List.of("203.0.113.9")));
    tenant
        .api()
        .with("X-Forwarded-For", "203.0.113.9")
        .put(tenant.path() + "/access-rules", Body.of("ip_allow_list", office))
        .is(200);
    away = tenant.api().with("X-Forwarded-For", "198.51.100.7");
  }

  static Stream<String> detours() {
    return FREE.stream().flatMap(free -> BACK.stream().map(back -> detour(free, back)));
  }

  /** From below what is free to the projects. */
  private static String detour(String free, String back) {
    long depth = free.chars().filter(c -> c == '/').count();
    return free + ("/" + back).repeat((int) depth) + "/api/projects";
  }

  @ParameterizedTest
  @MethodSource("detours")
  void noDetourLeadsAroundTheRulesOfATenant(String path) throws IOException {
    for (String prefix : new String[] {"/t/" + tenant.slug(), ""}) {
      assertThat(send("GET", prefix + path).status()).isEqualTo(400);
    }
  }

  @Test
  void aDecisionIsNotAskedForOnADetour() throws IOException {
    send("POST", "/access/v1/evaluation").isProblem(403, "address_not_allowed");
    send("POST", "/api/health/../../access/v1/evaluation").isProblem(400, "invalid");
  }

  @Test
  void thePathIsAProblemOfItsOwn() throws IOException {
    for (String path : new String[] {"/api/health/../projects", "/api//projects", "/api/a;b"}) {
      assertThat(send("GET", path).isProblem(400, "invalid").faults()).containsExactly(" path");
    }
  }

  /** As it is: this client resolves nothing. */
  private static Answer send(String method, String path) throws IOException {
    return away.exchange(
        method,
        path,
        method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}"));
  }
}
