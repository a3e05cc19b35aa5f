package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A newer version of a template reaches the tenants that were made of an older one. */
class MarketUpgradeIT {
  private static final Duration SOON = Duration.ofSeconds(30);

  @Test
  void aNewerVersionComesAsAReleaseThatLeavesWhatTheTenantMadeItsOwn() {
    Api operator = Fixtures.operator();
    String id = Fixtures.unique("grown");
    operator.post(Market.TEMPLATES, Market.template(id, "1.0.0", 1, "tasks:read")).is(201);
    String slug = Fixtures.unique("upgraded");
    JsonObject use =
        Market.made(operator.post(Market.TEMPLATES + "/" + id + "/use", Body.of("slug", slug)));
    String upgrade = "/api/market/uses/" + use.getString("id") + "/upgrade";
    operator.get(upgrade).isProblem(409, "no_newer_template");
    String newer =
        Market.template(id, "1.1.0", 1, "tasks:write")
            .replace("projects:read", "projects:write")
            .replace(
                "\"webhooks\":",
                "\"event_types\": [{\"type\": \"order.paid\", \"description\": \"D\"}], \"webhooks\":");
    operator.post(Market.TEMPLATES, newer).is(201);
    Api admin = Seeds.member(slug, "admin");
    admin.patch("/api/roles/keeper", Body.of("grants", List.of("files:read"))).is(200);
    JsonObject seen = operator.get(upgrade).is(200).json();
    assertThat(seen.getJsonArray("changes").toString())
        .contains("\"key\":\"flyer\",\"change\":\"changed\",\"carried\":true")
        .contains("\"key\":\"order.paid\",\"change\":\"added\",\"carried\":false")
        .contains("\"key\":\"keeper\",\"change\":\"changed\",\"carried\":false");
    Answer prepared = operator.post(upgrade, "").is(201);
    Answer release = admin.get(prepared.place()).is(200);
    assertThat(release.string("status")).isEqualTo("prepared");
    assertThat(release.string("name")).isEqualTo("Template " + id + " 1.1.0");
    assertThat(admin.get("/api/roles/flyer").json().getJsonArray("grants").toString())
        .as("nothing is done yet")
        .contains("tasks:read");
    assertThat(version(use)).as("of a tenant that may never promote it").isEqualTo("1.0.0");
    operator.get(upgrade).is(200);
    ReleaseSteps steps = new ReleaseSteps(admin);
    steps.policy("production", Map.of("approvals", 0));
    steps.through(prepared.string("release_id"), "dev", "staging");
    assertThat(version(use)).isEqualTo("1.0.0");
    steps.further(prepared.string("release_id"), "production");
    steps.promoted(prepared.string("release_id"), "production");
    Await.until(SOON, () -> version(use), "1.1.0"::equals);
    assertThat(admin.get("/api/roles/flyer").json().getJsonArray("grants").toString())
        .contains("tasks:write");
    operator.get(upgrade).isProblem(409, "no_newer_template");
    operator.post(upgrade, "").isProblem(409, "no_newer_template");
    admin.get(upgrade).isProblem(403, "platform_only");
    theReleaseIsUndone(use, admin, prepared.string("release_id"));
  }

  private static void theReleaseIsUndone(JsonObject use, Api admin, String release) {
    Api operator = Fixtures.operator();
    String upgrade = "/api/market/uses/" + use.getString("id") + "/upgrade";
    ReleaseSteps steps = new ReleaseSteps(admin);
    String undo = Body.of("release_id", release, "environment", "production");
    assertThat(steps.ended(admin.post("/api/releases/rollback", undo).is(202)).getString("status"))
        .isEqualTo("rolled_back");
    Await.until(SOON, () -> version(use), "1.0.0"::equals);
    assertThat(admin.get("/api/roles/flyer").json().getJsonArray("grants").toString())
        .contains("tasks:read");
    assertThat(operator.get("/api/audit-logs?action=template.upgrade_undone").is(200).items())
        .isNotEmpty();
    assertThat(operator.get(upgrade).is(200).json().getJsonArray("changes").toString())
        .contains("\"key\":\"flyer\",\"change\":\"changed\",\"carried\":true");
    steps.further(release, "production");
    steps.promoted(release, "production");
    Await.until(SOON, () -> version(use), "1.1.0"::equals);
  }

  private static String version(JsonObject use) {
    return Fixtures.operator()
        .get("/api/market/uses/" + use.getString("id"))
        .is(200)
        .json()
        .getJsonObject("template")
        .getString("version");
  }
}
