package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Flags that go through environments with a release, and come back with it. */
class ReleaseFlagsIT {
  private static final String ON = "[{\"key\":\"checkout\",\"otherwise\":{\"variant\":\"on\"}}]";
  private static final String BOTH =
      """
      {"database":{"changes":[{"type":"create_table","table":"carts","columns":[
        {"name":"id","type":"uuid","primary_key":true}]}]},"flags":%s}"""
          .formatted(ON);

  private final TestTenant tenant = Fixtures.tenant();
  private final Api api = tenant.api();
  private final ReleaseDesk desk = new ReleaseDesk(api);

  @BeforeEach
  void aFlagThatIsOffForAll() {
    FlagBodies.made(api, "checkout");
  }

  private String checkoutIn(String environment) {
    String question =
        "{\"environment\":\"%s\",\"context\":{\"targetingKey\":\"ada\"}}".formatted(environment);
    return api.post("/api/flags/checkout/evaluate", question)
        .is(200)
        .json()
        .get("value")
        .toString();
  }

  @Test
  void whatIsSwitchedOnGoesAndComesBackWithTheRelease() {
    Answer prepared =
        api.post("/api/releases/prepare", Body.of("to_env", "dev", "bundle_data", Body.json(BOTH)))
            .is(200);
    String release = prepared.string("release_id");
    assertThat(prepared.json().getJsonArray("findings").toString())
        .contains("flags: checkout is on in dev");
    assertThat(checkoutIn("dev")).isEqualTo("false");
    desk.promoted(release, "dev", "live");
    assertThat(checkoutIn("dev")).isEqualTo("true");
    assertThat(checkoutIn("staging")).isEqualTo("false");
    assertThat(api.get("/api/flags/checkout/history").is(200).each("reason"))
        .contains("Release " + release);
    desk.rollBack(release, "dev", null).is(202);
    desk.until(release, "dev", "rolled_back");
    assertThat(checkoutIn("dev")).isEqualTo("false");
    assertThat(desk.log(release, "dev")).contains("The other sections of the bundle are undone.");
  }

  @Test
  void whatSomebodyChangedSinceStaysAsItIs() {
    String release = desk.prepare("{\"flags\":" + ON + "}", "dev");
    desk.promoted(release, "dev", "live");
    api.post("/api/flags/checkout/toggle", Body.of("enabled", false, "environment", "dev")).is(200);
    desk.rollBack(release, "dev", null).is(202);
    desk.until(release, "dev", "rolled_back");
    assertThat(desk.log(release, "dev"))
        .contains("The flag checkout was changed in dev since, and is left as it is.");
    assertThat(checkoutIn("dev")).isEqualTo("false");
    assertThat(api.get("/api/audit-logs?action=flag.released").is(200).items())
        .as("what was left is not told as done")
        .hasSize(1);
    assertThat(
            api.get("/api/flags/checkout").is(200).json().getJsonArray("environments").toString())
        .contains("\"enabled\":false");
  }

  @Test
  void aKillSwitchStaysThrownWhenTheReleaseIsUndone() {
    api.post("/api/flags/checkout/toggle", Body.of("enabled", true, "environment", "dev")).is(200);
    String release = desk.prepare("{\"flags\":" + ON + "}", "dev");
    desk.promoted(release, "dev", "live");
    assertThat(checkoutIn("dev")).isEqualTo("true");
    api.post("/api/flags/checkout/toggle", Body.of("enabled", false)).is(200);
    desk.rollBack(release, "dev", null).is(202);
    desk.until(release, "dev", "rolled_back");
    String question = "{\"environment\":\"dev\",\"context\":{\"targetingKey\":\"ada\"}}";
    assertThat(api.post("/api/flags/checkout/evaluate", question).is(200).string("reason"))
        .isEqualTo("DISABLED");
  }

  @Test
  void aFlagThatIsGoneUndoesTheRelease() {
    String release = desk.prepare(BOTH, "dev");
    api.delete("/api/flags/checkout").is(204);
    JsonObject undone = desk.promoted(release, "dev", "rolled_back");
    assertThat(undone.getJsonObject("failure").getString("message"))
        .contains("There is no flag checkout any more.");
    assertThat(desk.log(release, "dev"))
        .contains("Undone: the fingerprint is the one that it began with.");
  }

  @Test
  void aWrongSectionHasItsPlaceAndMayOnlyBeSentByThoseWhoMayChangeFlags() {
    String unknown = "{\"flags\":[{\"key\":\"nothing\"}]}";
    assertThat(
            api.post(
                    "/api/releases/prepare",
                    Body.of("to_env", "dev", "bundle_data", Body.json(unknown)))
                .isProblem(400, "invalid")
                .json()
                .getJsonArray("errors")
                .toString())
        .contains("/bundle_data/flags/0/key");
    TestUser releaser = tenant.newUser("viewer");
    tenant.assign(
        tenant.role("grants", List.of("releases:*", "environments:*")), "user_id", releaser.id());
    Api theirs =
        Fixtures.nobody().in(tenant.slug()).signedIn(releaser.email(), TestTenant.PASSWORD);
    theirs
        .post(
            "/api/releases/prepare",
            Body.of("to_env", "dev", "bundle_data", Body.json("{\"flags\":" + ON + "}")))
        .isProblem(403, "permission_required");
  }
}
