package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How feature flags are kept: checked, with a history that can be undone, and changed later. */
class FlagsIT {
  private static final String ADA = "{\"context\":{\"targetingKey\":\"ada\"}}";

  private static TestTenant tenant;
  private static Api api;

  @BeforeAll
  static void makeATenant() {
    tenant = Fixtures.tenant();
    api = tenant.as("developer");
  }

  private static String place(String key) {
    return "/api/flags/" + key;
  }

  private static String value(String key) {
    return api.post(place(key) + "/evaluate", ADA).is(200).json().get("value").toString();
  }

  @Test
  void aFlagHasAHistoryThatCanBeUndone() {
    Answer made =
        api.post("/api/flags", FlagBodies.flag("story", "reason", "For the launch")).is(201);
    assertThat(made.place()).isEqualTo(place("story"));
    String first = made.etag();
    Answer on =
        api.with("If-Match", first)
            .put(
                place("story"),
                FlagBodies.flag(
                    "story", "otherwise", Body.json("{\"variant\":\"on\"}"), "reason", "Go"))
            .is(200);
    assertThat(value("story")).isEqualTo("true");
    api.with("If-Match", first)
        .put(place("story"), FlagBodies.flag("story"))
        .isProblem(412, "stale");
    api.post(place("story") + "/toggle", Body.of("enabled", false, "reason", "It burns")).is(200);
    assertThat(value("story")).isEqualTo("false");

    List<JsonObject> history = api.get(place("story") + "/history").is(200).items();
    assertThat(history)
        .extracting(entry -> entry.getString("change") + " " + entry.getString("reason"))
        .containsExactly("toggled It burns", "updated Go", "created For the launch");
    assertThat(history.get(0).getJsonObject("by").getString("name"))
        .isEqualTo(tenant.user("developer").email());
    assertThat(history.get(0).getJsonObject("before").getBoolean("enabled")).isTrue();

    api.post(place("story") + "/undo", Body.of("reason", "It was the cache")).is(200);
    assertThat(value("story")).isEqualTo("true");
    String created = history.get(2).getString("id");
    api.post(place("story") + "/undo", Body.of("change", created))
        .isProblem(409, "nothing_to_undo");
    String updated = history.get(1).getString("id");
    Answer undone = api.post(place("story") + "/undo", Body.of("change", updated)).is(200);
    assertThat(undone.etag()).isNotEqualTo(on.etag());
    assertThat(value("story")).isEqualTo("false");

    api.delete(place("story") + "?reason=Done").is(204);
    api.get(place("story")).isProblem(404, "not_found");
    api.post(place("story") + "/undo", "{}").is(200);
    assertThat(api.get(place("story") + "/history").is(200).items()).hasSize(7);
    assertThat(value("story")).isEqualTo("false");
  }

  @Test
  void everyWrongPlaceIsNamed() {
    String[] wrong = {
      "type",
      "number",
      "off_variant",
      "gone",
      "otherwise",
      "{\"split\":[{\"variant\":\"on\",\"percent\":1}]}"
    };
    assertThat(
            api.post(
                    "/api/flags",
                    FlagBodies.flag(
                        "wrong",
                        wrong[0],
                        wrong[1],
                        wrong[2],
                        wrong[3],
                        wrong[4],
                        Body.json(wrong[5]),
                        "rules",
                        Body.json(
                            "["
                                + FlagBodies.rule(
                                    "r",
                                    "{\"operator\":\"in_segment\",\"values\":[\"none\"]}",
                                    "on")
                                + "]")))
                .isProblem(400, "invalid")
                .faults())
        .containsExactlyInAnyOrder(
            "/variants/0/value type",
            "/variants/1/value type",
            "/off_variant unknown_variant",
            "/rules/0/conditions/0/values/0 unknown_segment",
            "/otherwise/split sum");
    assertThat(api.post("/api/flags", FlagBodies.flag("no spaces", "colour", 1)).is(400).faults())
        .containsExactly("/colour unknown_field");
    assertThat(api.post("/api/flags", FlagBodies.flag("segments")).is(400).faults())
        .containsExactly("/key reserved");
    assertThat(
            api.post("/api/flags", FlagBodies.flag("large", "description", "x".repeat(2001)))
                .is(400)
                .faults())
        .containsExactly("/description size");
  }

  @Test
  void prerequisitesFormNoCircleAndKeepWhatTheyNeed() {
    FlagBodies.made(api, "base");
    String needsBase = "[{\"flag\":\"base\",\"variants\":[\"on\"]}]";
    FlagBodies.made(
        api,
        "above",
        "prerequisites",
        Body.json(needsBase),
        "otherwise",
        Body.json("{\"variant\":\"on\"}"));
    assertThat(value("above")).isEqualTo("false");
    assertThat(
            api.put(
                    place("base"),
                    FlagBodies.flag(
                        "base", "prerequisites", Body.json(needsBase.replace("base", "above"))))
                .is(400)
                .faults())
        .containsExactly("/prerequisites/0/flag circle");
    api.delete(place("base")).isProblem(409, "flag_needed");
    api.put(place("base"), FlagBodies.flag("base", "otherwise", Body.json("{\"variant\":\"on\"}")))
        .is(200);
    assertThat(value("above")).isEqualTo("true");
  }

  @Test
  void anAnswerTellsWhyItIsSo() {
    FlagBodies.segment(api, "friends", "eve");
    FlagBodies.made(
        api,
        "why",
        "rules",
        Body.json(
            "["
                + FlagBodies.rule(
                    "friends", "{\"operator\":\"in_segment\",\"values\":[\"friends\"]}", "on")
                + "]"),
        "otherwise",
        Body.json(FlagBodies.split("on", 30, "off", 70)));
    JsonObject answer = api.post(place("why") + "/evaluate", ADA).is(200).json();
    assertThat(answer.getString("reason")).isEqualTo("SPLIT");
    assertThat(answer.getString("bucket_by")).isEqualTo("tenant");
    boolean on = answer.getJsonNumber("bucket").doubleValue() < 30;
    assertThat(answer.getString("variant")).isEqualTo(on ? "on" : "off");
    assertThat(answer.getJsonArray("steps").getValuesAs(JsonObject.class))
        .extracting(step -> step.getString("what") + " " + step.getBoolean("passed"))
        .containsExactly("switch true", "rule false", "otherwise true");
    JsonObject friend =
        api.post(place("why") + "/evaluate", ADA.replace("ada", "eve")).is(200).json();
    assertThat(friend.getString("rule")).isEqualTo("friends");
    api.delete("/api/flags/segments/friends").isProblem(409, "segment_in_use");
    Answer segment = api.get("/api/flags/segments/friends").is(200);
    api.with("If-Match", segment.etag())
        .put("/api/flags/segments/friends", Body.of("key", "friends", "included", List.of("ada")))
        .is(200);
    assertThat(api.post(place("why") + "/evaluate", ADA).is(200).json().getString("rule"))
        .isEqualTo("friends");
  }

  @Test
  void whoMayReadMayNotWrite() {
    FlagBodies.made(api, "seen");
    Api viewer = tenant.as("viewer");
    viewer.get(place("seen")).is(200);
    viewer.post(place("seen") + "/evaluate", ADA).is(200);
    viewer
        .post(place("seen") + "/toggle", Body.of("enabled", false))
        .isProblem(403, "permission_required");
    tenant.as("member").get("/api/flags").isProblem(403, "permission_required");
    assertThat(tenant.api().get("/api/audit-logs?action=flag.created").is(200).items())
        .isNotEmpty();
  }

  @Test
  void aContextHasBounds() {
    FlagBodies.made(api, "bounded");
    String list = "[" + "1,".repeat(100) + "1]";
    for (String large : List.of(list, "\"" + "a".repeat(1001) + "\"")) {
      String question = "{\"context\":{\"targetingKey\":\"ada\",\"groups\":%s}}".formatted(large);
      assertThat(
              api.post(place("bounded") + "/evaluate", question).isProblem(400, "invalid").faults())
          .containsExactly("/context/groups size");
    }
  }

  @Test
  void aFlagIsNeededOnce() {
    FlagBodies.made(api, "needed");
    String twice = "[%1$s,%1$s]".formatted("{\"flag\":\"needed\",\"variants\":[\"on\"]}");
    assertThat(
            api.post("/api/flags", FlagBodies.flag("needing", "prerequisites", Body.json(twice)))
                .isProblem(400, "invalid")
                .faults())
        .containsExactly("/prerequisites/1/flag duplicate");
  }

  @Test
  void theKillSwitchBeatsWhatEnvironmentsSay() {
    FlagBodies.made(
        api,
        "kill",
        "otherwise",
        Body.json("{\"variant\":\"on\"}"),
        "environments",
        Body.json("[{\"name\":\"staging\",\"enabled\":true}]"));
    String staging = "{\"environment\":\"staging\",\"context\":{\"targetingKey\":\"ada\"}}";
    api.post(place("kill") + "/toggle", Body.of("enabled", false)).is(200);
    assertThat(value("kill")).isEqualTo("false");
    assertThat(api.post(place("kill") + "/evaluate", staging).is(200).json().getString("reason"))
        .isEqualTo("DISABLED");
    api.post(place("kill") + "/toggle", Body.of("enabled", true, "environment", "staging")).is(200);
    assertThat(value("kill")).isEqualTo("false");
    assertThat(api.post(place("kill") + "/evaluate", staging).is(200).json().get("value"))
        .hasToString("true");
  }

  @Test
  void theSchemaIsServed() {
    assertThat(Fixtures.nobody().get("/api/schemas/feature-flag.json").is(200).json())
        .containsKey("$defs");
  }
}
