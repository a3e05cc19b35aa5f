package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a project and policies say of who sees and makes what; tests call from the loopback. */
class ProjectRulesIT {
  private static final byte[] TEXT = {'u', 'p'};
  private static final String PERSONAL =
      "{\"attribute\":\"resource.classification\",\"operator\":\"in\",\"value\":[\"PII\",\"PHI\"]}";

  private final TestTenant tenant = Fixtures.tenant();
  private final TestUser developer = tenant.newUser("developer");

  @Test
  void aProjectIsSeenFromItsNetworksOnly() {
    String elsewhere = tenant.project("allowed_ips", List.of("10.0.0.0/8", "2001:db8::/32"));
    String here = tenant.project("allowed_ips", List.of("10.0.0.0/8", "127.0.0.1", "::1"));
    seen(developer.api(), here);
    hidden(developer.api(), elsewhere);
    seen(tenant.as("manager"), elsewhere);
    seen(tenant.api(), elsewhere);
    tenant.api().patch("/api/projects/" + elsewhere, Body.of("allowed_ips", List.of())).is(200);
    seen(developer.api(), elsewhere);
  }

  @Test
  void aProjectIsSeenByPeopleOfItsDomainsOnly() {
    String theirs = developer.email().substring(developer.email().indexOf('@') + 1);
    String open = tenant.project("allowed_email_domains", List.of("other.example", theirs));
    String closed = tenant.project("allowed_email_domains", List.of("other.example"));
    seen(developer.api(), open);
    hidden(developer.api(), closed);
    seen(tenant.api(), closed);
    String key =
        developer
            .api()
            .post(
                "/api/admin/api-keys",
                Body.of("name", "K", "permissions", List.of("projects:read", "tasks:read")))
            .is(201)
            .string("key");
    Api automat = Fixtures.nobody().bearing(key);
    assertThat(automat.get("/api/projects?limit=200").is(200).each("id"))
        .contains(open)
        .doesNotContain(closed);
    automat.get("/api/projects/" + closed).isProblem(404, "not_found");
  }

  @Test
  void aPolicyHidesWhatItDeniesFromListsToo() {
    String secret = tenant.project("data_classification", "PII");
    String open = tenant.project("data_classification", "financial");
    tenant.task(secret);
    tenant.task(open);
    Answer file = Upload.of("s.txt", TEXT).with("project_id", secret).to(tenant.api()).is(201);
    Upload.of("o.txt", TEXT).with("project_id", open).to(tenant.api()).is(201);
    deny("*:read", PERSONAL, "roles", List.of("developer"));
    seen(developer.api(), open);
    hidden(developer.api(), secret);
    developer.api().get(file.place()).isProblem(404, "not_found");
    assertThat(developer.api().get("/api/files").is(200).each("project_id")).containsExactly(open);
    assertThat(developer.api().get("/api/tasks").is(200).each("project_id")).containsExactly(open);
    assertThat(total(developer.api(), "projects")).isEqualTo(1);
    assertThat(total(developer.api(), "tasks")).isEqualTo(1);
    seen(tenant.api(), secret);
    assertThat(total(tenant.api(), "projects")).isEqualTo(2);
  }

  @Test
  void aPolicyAllowsWhatItSaysAndNoMore() {
    TestUser viewer = tenant.newUser("viewer");
    String mine = Fixtures.project(tenant.api(), "owner_id", viewer.id(), "visibility", "private");
    String open = tenant.project("visibility", "public");
    String condition =
        "{\"attribute\":\"resource.owner\",\"operator\":\"eq\",\"value\":\"" + viewer.id() + "\"}";
    Policies.made(
        tenant.api(),
        "effect",
        "allow",
        "target",
        Body.json("{\"permissions\":[\"projects:write\"],\"users\":[\"" + viewer.id() + "\"]}"),
        "condition",
        Body.json(condition));
    viewer.api().patch("/api/projects/" + mine, Body.of("name", "Renamed")).is(200);
    refused(viewer.api().patch("/api/projects/" + open, Body.of("name", "Mine")));
    refused(viewer.api().post("/api/projects", Body.of("name", "For me", "owner_id", open())));
    viewer.api().post("/api/projects", Body.of("name", "For me")).is(201);
    refused(viewer.api().patch("/api/projects/" + mine, Body.of("owner_id", open())));
  }

  private String open() {
    return tenant.owner().id();
  }

  @Test
  void whatMayNotBeWrittenIsNeitherMadeNorBecome() {
    String known = tenant.project("data_classification", "PHI");
    String workspace = tenant.workspace();
    tenant.join(workspace, developer, "developer");
    deny("projects:write", PERSONAL, "users", List.of(developer.id()));
    Api api = developer.api();
    refused(api.post("/api/projects", Body.of("name", "P", "data_classification", "PII")));
    refused(
        api.post(
            "/api/projects",
            Body.of("name", "P", "data_classification", "PII", "workspace_id", workspace)));
    String inside = Fixtures.project(api, "workspace_id", workspace);
    String made = Fixtures.project(api, "data_classification", "financial");
    refused(api.patch("/api/projects/" + made, Body.of("data_classification", "PII")));
    refused(api.patch("/api/projects/" + inside, Body.of("data_classification", "PHI")));
    refused(api.patch("/api/projects/" + known, Body.of("data_classification", "none")));
    api.patch("/api/projects/" + made, Body.of("data_classification", "none")).is(200);
    api.patch("/api/projects/" + made, Body.of("workspace_id", workspace)).is(200);
    assertThat(tenant.api().get("/api/projects/" + made).string("data_classification"))
        .isEqualTo("none");
  }

  @Test
  void tasksAndFilesAreMadeByTheRulesOfTheirProject() {
    String secret = tenant.project("data_classification", "PII");
    String open = tenant.project();
    String target =
        Body.of(
            "permissions", List.of("tasks:write", "files:write"),
            "resource_types", List.of("tasks", "files"),
            "users", List.of(developer.id()));
    String done = "{\"attribute\":\"resource.status\",\"operator\":\"eq\",\"value\":\"done\"}";
    Policies.made(
        tenant.api(),
        "target",
        Body.json(target),
        "condition",
        Body.json(
            "{\"any\":["
                + PERSONAL
                + ",{\"all\":[{\"attribute\":\"resource.type\",\"operator\":\"eq\",\"value\":\"tasks\"},"
                + done
                + "]}]}"));
    Api api = developer.api();
    refused(api.post("/api/tasks", Body.of("project_id", secret, "title", "T")));
    refused(api.post("/api/tasks", Body.of("project_id", open, "title", "T", "status", "done")));
    String task = api.post("/api/tasks", Body.of("project_id", open, "title", "T")).is(201).id();
    refused(api.patch("/api/tasks/" + task, Body.of("status", "done")));
    api.patch("/api/tasks/" + task, Body.of("status", "in_review")).is(200);
    refused(Upload.of("a.txt", TEXT).with("project_id", secret).to(api));
    Upload.of("a.txt", TEXT).with("project_id", open).to(api).is(201);
  }

  @Test
  void oneMayMakeWhatOneWillNotSee() {
    String made =
        Fixtures.project(
            developer.api(), "allowed_ips", List.of("10.0.0.0/8"), "visibility", "private");
    hidden(developer.api(), made);
    seen(tenant.api(), made);
  }

  @Test
  void networksAreWrittenWithoutBitsBehindThePrefix() {
    for (String network : List.of("10.0.0.1/8", "::ffff:10.0.0.0/104", "10.0.0.0/33")) {
      assertThat(
              tenant
                  .api()
                  .post("/api/projects", Body.of("name", "N", "allowed_ips", List.of(network)))
                  .isProblem(400, "invalid")
                  .faults())
          .singleElement()
          .asString()
          .startsWith("/allowed_ips/0 ");
    }
  }

  private void deny(String permission, String condition, String whom, List<String> names) {
    Policies.made(
        tenant.api(),
        "target",
        Body.json(Body.of("permissions", List.of(permission), whom, names)),
        "condition",
        Body.json(condition));
  }

  private static int total(Api api, String what) {
    return api.get("/api/overview").is(200).json().getJsonObject(what).getInt("total");
  }

  private static void refused(Answer answer) {
    answer.isProblem(403, "permission_required");
  }

  private static void seen(Api api, String project) {
    api.get("/api/projects/" + project).is(200);
    assertThat(api.get("/api/projects?limit=200").is(200).each("id")).contains(project);
  }

  private static void hidden(Api api, String project) {
    api.get("/api/projects/" + project).isProblem(404, "not_found");
    api.get("/api/projects/" + project + "/tasks").isProblem(404, "not_found");
    api.get("/api/projects/" + project + "/files").isProblem(404, "not_found");
    assertThat(api.get("/api/projects?limit=200").is(200).each("id")).doesNotContain(project);
    assertThat(api.get("/api/tasks?project_id=" + project).is(200).items()).isEmpty();
    assertThat(api.get("/api/files?project_id=" + project).is(200).items()).isEmpty();
    api.post("/api/tasks", Body.of("project_id", project, "title", "T")).is(404);
  }
}
