package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who may see a release, and who may do what with it. */
class ReleaseRightsIT {
  private final TestTenant tenant = Fixtures.tenant();
  private final Api api = tenant.api();
  private final DevEnvironment dev = new DevEnvironment(api);

  @Test
  void onlyThoseWhoMayDoEachStep() {
    String release = dev.prepared(Bundles.table("orders"));
    Api viewer = tenant.as("viewer");
    viewer.get("/api/releases/" + release).is(200);
    viewer.post("/api/releases", Body.of("name", "Mine")).isProblem(403, "permission_required");
    Bundles.promote(viewer, release, "dev").isProblem(403, "permission_required");
    viewer
        .post("/api/releases/rollback", Body.of("release_id", release))
        .isProblem(403, "permission_required");
    Bundles.promote(tenant.as("developer"), release, "dev").isProblem(403, "permission_required");
    tenant.as("member").get("/api/releases").isProblem(403, "permission_required");

    Api stranger = Fixtures.tenant().api();
    stranger.get("/api/releases/" + release).isProblem(404, "not_found");
    Bundles.promote(stranger, release, "dev").isProblem(404, "not_found");
    assertThat(Bundles.promoted(tenant.as("database_admin"), release, "dev").getString("status"))
        .isEqualTo("live");
  }

  @Test
  void sqlWrittenByHandIsForThoseWhoMayWriteToDatabases() {
    String bundle =
        Body.of(
            "to_env",
            "dev",
            "bundle_data",
            Bundles.of(
                """
                {"type":"raw_sql","up":"create view answers as select 42 as answer","down":"drop view answers"}"""));
    assertThat(
            tenant
                .as("developer")
                .post("/api/releases/prepare", bundle)
                .isProblem(403, "permission_required")
                .string("permission"))
        .isEqualTo("database:write");
  }

  @Test
  void aReleaseOfAProjectIsAsVisibleAsTheProject() {
    String hidden = tenant.project("visibility", "private");
    String release =
        api.post("/api/releases", Body.of("name", "Secret", "project_id", hidden)).is(201).id();
    assertThat(api.get("/api/projects/" + hidden + "/releases").is(200).each("id"))
        .containsExactly(release);
    Api viewer = tenant.as("viewer");
    viewer.get("/api/releases/" + release).isProblem(404, "not_found");
    assertThat(viewer.get("/api/releases?limit=200").is(200).each("id")).doesNotContain(release);
    viewer.get("/api/projects/" + hidden + "/releases").isProblem(404, "not_found");
    api.post("/api/releases/prepare", Body.of("to_env", "dev", "release_id", release))
        .isProblem(409, "release_without_bundle");
  }
}
