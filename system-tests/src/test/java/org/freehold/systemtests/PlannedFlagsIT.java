package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Flags are changed later, as somebody planned it. */
class PlannedFlagsIT {
  private static final String ADA = "{\"context\":{\"targetingKey\":\"ada\"}}";

  private final Api api = Fixtures.tenant().as("developer");

  private static String place(String key) {
    return "/api/flags/" + key;
  }

  private String value(String key) {
    return api.post(place(key) + "/evaluate", ADA).is(200).json().get("value").toString();
  }

  @Test
  void aPlannedChangeIsMadeAtItsTime() {
    FlagBodies.made(api, "later");
    String soon = Instant.now().plusSeconds(2).toString();
    String patch = "{\"otherwise\":{\"variant\":\"on\"}}";
    api.post(
            place("later") + "/schedule",
            Body.of("at", soon, "patch", Body.json(patch), "reason", "Launch"))
        .is(201);
    String taken = FlagBodies.planned(api, "later");
    assertThat(
            api.post(
                    place("later") + "/schedule",
                    Body.of(
                        "at",
                        Instant.now().plusSeconds(60).toString(),
                        "patch",
                        Body.json("{\"off_variant\":\"gone\"}")))
                .is(400)
                .faults())
        .containsExactly("/off_variant unknown_variant");
    api.delete(place("later") + "/schedule/" + taken).is(204);
    Await.until(Duration.ofSeconds(30), () -> value("later"), "true"::equals);
    List<JsonObject> planned = api.get(place("later") + "/schedule").is(200).items();
    assertThat(planned).extracting(one -> one.getString("status")).containsExactly("done");
    JsonObject last = api.get(place("later") + "/history").is(200).items().get(0);
    assertThat(last.getString("reason")).isEqualTo("Launch");
    assertThat(last.getJsonObject("by").getString("type")).isEqualTo("user");
    api.delete(place("later") + "/schedule/" + planned.get(0).getString("id"))
        .isProblem(409, "change_not_planned");
  }

  @Test
  void aPlannedChangeThatNoLongerFitsFailsAndSaysWhy() {
    String third = "{\"name\":\"third\",\"value\":true}";
    String variants =
        "[{\"name\":\"on\",\"value\":true},{\"name\":\"off\",\"value\":false}," + third + "]";
    FlagBodies.made(api, "unfit", "variants", Body.json(variants));
    api.post(
            place("unfit") + "/schedule",
            Body.of(
                "at",
                Instant.now().plusSeconds(6).toString(),
                "patch",
                Body.json("{\"otherwise\":{\"variant\":\"third\"}}")))
        .is(201);
    api.put(place("unfit"), FlagBodies.flag("unfit")).is(200);
    JsonObject failed =
        Await.until(
            Duration.ofSeconds(30),
            () -> api.get(place("unfit") + "/schedule").is(200).items().get(0),
            one -> !one.getString("status").equals("planned"));
    assertThat(failed.getString("status")).isEqualTo("failed");
    assertThat(failed.getString("failure")).contains("/otherwise/variant", "third");
    assertThat(value("unfit")).isEqualTo("false");
  }
}
