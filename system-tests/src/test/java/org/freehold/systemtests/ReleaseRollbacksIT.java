package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Releases are undone, by themselves or because somebody asks, over HTTP. */
class ReleaseRollbacksIT {
  private final Api api = Fixtures.tenant().api();
  private final DevEnvironment dev = new DevEnvironment(api);

  @Test
  void aReleaseIsUndoneAndWhatWasThereBeforeIsInPlaceAgain() {
    String first = dev.released("orders");
    JsonObject second = Bundles.prepared(api, "dev", Bundles.column("orders", "tier"));
    assertThat(second.getString("version")).isEqualTo("0.1.1");
    assertThat(second.getJsonObject("manifest").isNull("parent_digest")).isFalse();
    String release = second.getString("release_id");
    assertThat(Bundles.promoted(api, release, "dev").getString("status")).isEqualTo("live");
    assertThat(dev.inPlace("dev")).isEqualTo(release);
    assertThat(api.get("/api/releases/" + release + "/rollback-preview").is(200).string("window"))
        .isEqualTo("open");

    Answer undoing = api.post("/api/releases/rollback", Body.of("release_id", release)).is(202);
    JsonObject undone = Bundles.rested(api, undoing.place());
    assertThat(undone.getString("status")).as(undone.toString()).isEqualTo("rolled_back");
    assertThat(undone.getJsonObject("rollback").getBoolean("automatic")).isFalse();
    assertThat(dev.inPlace("dev")).isEqualTo(first);
    assertThat(api.get("/api/releases/" + release).string("status")).isEqualTo("rolled_back");
    assertThat(dev.messages()).contains("release.rollback");
    api.post("/api/releases/rollback", Body.of("release_id", release))
        .isProblem(409, "release_not_in_place");
  }

  @Test
  void whatWouldBeLostIsLostOnlyByWhoQuotesWhatTheySaw() throws SQLException {
    String release = dev.released("orders");
    dev.run(
        "insert into %s.orders select gen_random_uuid(), 'n' || i from generate_series(1, 7) i");
    String asked = Body.of("release_id", release, "environment", "dev");
    JsonObject refused =
        api.post("/api/releases/rollback", asked).isProblem(409, "loss_not_accepted").json();
    JsonObject preview = refused.getJsonObject("preview");
    assertThat(preview.getJsonArray("losses").getJsonObject(0).getInt("rows")).isEqualTo(7);
    dev.run(
        "insert into %s.orders select gen_random_uuid(), 'm' || i from generate_series(1, 11) i");
    String stale = Body.of("release_id", release, "loss_preview", preview.getString("digest"));
    api.post("/api/releases/rollback", stale).isProblem(409, "loss_not_accepted");
    String now = api.get("/api/releases/" + release + "/rollback-preview").string("digest");
    dev.run("insert into %s.orders values (gen_random_uuid(), 'one more')");
    String fresh = Body.of("release_id", release, "loss_preview", now);
    JsonObject undone =
        Bundles.rested(api, api.post("/api/releases/rollback", fresh).is(202).place());
    assertThat(undone.getString("status")).as(undone.toString()).isEqualTo("rolled_back");
  }

  @Test
  void whatCouldNotBeUndoneIsTakenUpAgain() throws SQLException {
    String first = dev.released("orders");
    String release = dev.prepared(Bundles.column("orders", "tier"));
    assertThat(Bundles.promoted(api, release, "dev").getString("status")).isEqualTo("live");
    dev.run("create view %1$s.tiers as select tier from %1$s.orders");
    String asked = Body.of("release_id", release, "environment", "dev");
    JsonObject failed =
        Bundles.rested(api, api.post("/api/releases/rollback", asked).is(202).place());
    assertThat(failed.getString("status")).as(failed.toString()).isEqualTo("failed");
    dev.run("drop view %s.tiers");
    JsonObject undone =
        Bundles.rested(api, api.post("/api/releases/rollback", asked).is(202).place());
    assertThat(undone.getString("status")).as(undone.toString()).isEqualTo("rolled_back");
    assertThat(undone.getString("id")).isEqualTo(failed.getString("id"));
    assertThat(dev.inPlace("dev")).isEqualTo(first);
    api.post("/api/releases/rollback", asked).isProblem(409, "release_not_in_place");
  }

  @Test
  void whatIsWrittenAfterTheLossWasAcceptedIsNotLost() throws SQLException {
    String release = dev.released("orders");
    String place;
    try (Connection holder = DevEnvironment.environments()) {
      Database.run(holder, "select pg_advisory_lock(hashtextextended('" + dev.schema() + "', 7))");
      place = api.post("/api/releases/rollback", Body.of("release_id", release)).is(202).place();
      dev.run("insert into %s.orders values (gen_random_uuid(), 'meanwhile')");
    }
    JsonObject kept = Bundles.rested(api, place);
    assertThat(kept.getString("status")).as(kept.toString()).isEqualTo("live");
    assertThat(kept.getJsonObject("failure").getString("code")).isEqualTo("loss_not_accepted");
    assertThat(kept.isNull("rollback")).isTrue();
    assertThat(dev.inPlace("dev")).isEqualTo(release);
  }

  @Test
  void whatFailsOnItsWayIsUndoneByItself() throws SQLException {
    String before = dev.released("orders");
    String release =
        dev.prepared(
            Bundles.of(
                """
                {"type":"add_column","table":"orders","column":{"name":"tier","type":"text","nullable":true}}""",
                """
                {"type":"create_index","table":"orders","name":"orders_name","columns":["name"],"unique":true}"""));
    dev.run(
        "insert into %s.orders values (gen_random_uuid(), 'same'), (gen_random_uuid(), 'same')");
    JsonObject failed = Bundles.promoted(api, release, "dev");
    assertThat(failed.getString("status")).as(failed.toString()).isEqualTo("rolled_back");
    assertThat(failed.getJsonObject("failure").getString("code")).isEqualTo("statement_failed");
    assertThat(failed.getJsonObject("rollback").getBoolean("automatic")).isTrue();
    assertThat(dev.inPlace("dev")).isEqualTo(before);
    assertThat(api.get("/api/releases/" + release + "/log").is(200).each("message"))
        .contains("Undone: the fingerprint is the one that it began with.");
    assertThat(dev.messages()).contains("release.failed", "release.rollback");
    assertThat(dev.actions(release)).contains("release.failed", "release.rolled_back");
  }
}
