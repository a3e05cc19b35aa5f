package org.freehold.cli.tour;

import static jakarta.json.Json.createObjectBuilder;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.freehold.cli.rest.Failure;

/** The chapters in their order; each asserts what it tells. */
final class Story {
  private static final Set<String> OF_THE_PLATFORM =
      Set.of("tenant.created", "tenant.activated", "tenant.suspended", "tenant.resumed");
  private static final Set<String> OF_THE_TENANT =
      Set.of(
          "project.created",
          "task.updated",
          "release.prepared",
          "release.promoted",
          "release.rolled_back");

  private Story() {}

  static List<Step> steps() {
    return List.of(
        new Step("Sign in", Story::signIn),
        new Step("Create a tenant", Story::createTenant),
        new Step("Seed it and watch the progress", SeedChapter::play),
        new Step(
            "Sign in as manager, tenant named by header",
            visit -> projects(visit, byHeader(visit))),
        new Step("Tenant named by subdomain", visit -> projects(visit, bySubdomain(visit))),
        new Step("Tenant named by path", visit -> projects(visit, byPath(visit))),
        new Step("Create a project and move a task", Story::work),
        new Step("A viewer is refused, and told the permission", Story::viewerIsRefused),
        new Step("A member of another tenant finds nothing", Story::strangerFindsNothing),
        new Step("A suspended tenant cannot write", Story::suspendedCannotWrite),
        new Step("A release goes to dev and is undone", ReleaseChapter::play),
        new Step("A webhook arrives and verifies", WebhookChapter::play),
        new Step("All of it is in the audit log", Story::audit));
  }

  private static void signIn(Visit visit) {
    visit.administrator().get("/api/whoami").is(200);
  }

  private static void createTenant(Visit visit) {
    JsonObject tenant =
        createObjectBuilder()
            .add("name", "Tour " + visit.slug())
            .add("slug", visit.slug())
            .add("tier", "professional")
            .add("owner_email", "owner@" + visit.slug() + ".example")
            .add("owner_password", visit.password())
            .build();
    Reply made = visit.administrator().post("/api/tenants", tenant).is(201);
    visit.remember("tenant", made.string("id"));
    activate(visit, visit.slug());
  }

  private static void activate(Visit visit, String slug) {
    visit.administrator().post("/api/tenants/" + slug + "/activate", null).is(200);
  }

  private static Caller byHeader(Visit visit) {
    return visit.person("manager").in(visit.slug());
  }

  private static Caller bySubdomain(Visit visit) {
    return visit.person("manager").host(visit.subdomain());
  }

  private static Caller byPath(Visit visit) {
    return visit.person("manager").through(visit.base() + "/t/" + visit.slug());
  }

  private static void projects(Visit visit, Caller manager) {
    if (manager.get("/api/projects?limit=2").is(200).items().isEmpty()) {
      throw new Failure("The manager sees no project of " + visit.slug() + ".", "");
    }
  }

  private static void work(Visit visit) {
    Caller manager = byHeader(visit);
    JsonObject project =
        createObjectBuilder().add("name", "Customer Portal").add("priority", "high").build();
    String id = manager.post("/api/projects", project).is(201).string("id");
    visit.remember("project", id);
    JsonObject task =
        createObjectBuilder().add("project_id", id).add("title", "Draw the first page").build();
    String taskId = manager.post("/api/tasks", task).is(201).string("id");
    manager
        .patch("/api/tasks/" + taskId, status("in_progress"))
        .is(200)
        .says("status", "in_progress");
  }

  private static void viewerIsRefused(Visit visit) {
    JsonObject project = createObjectBuilder().add("name", "Not mine to make").build();
    Caller viewer = visit.person("viewer").in(visit.slug());
    viewer.post("/api/projects", project).is(403).says("permission", "projects:write");
  }

  private static void strangerFindsNothing(Visit visit) {
    String owner = "owner@" + visit.otherSlug() + ".example";
    JsonObject tenant =
        createObjectBuilder()
            .add("name", "Another " + visit.otherSlug())
            .add("slug", visit.otherSlug())
            .add("owner_email", owner)
            .add("owner_password", visit.password())
            .build();
    visit.administrator().post("/api/tenants", tenant).is(201);
    activate(visit, visit.otherSlug());
    Caller stranger = visit.signedIn(owner);
    String project = "/api/projects/" + visit.made("project");
    stranger.in(visit.slug()).get(project).is(404);
    stranger.in(visit.otherSlug()).get(project).is(404);
  }

  private static void suspendedCannotWrite(Visit visit) {
    String tenant = "/api/tenants/" + visit.slug();
    visit.administrator().post(tenant + "/suspend", null).is(200);
    try {
      String project = "/api/projects/" + visit.made("project");
      byHeader(visit).patch(project, status("paused")).is(403).says("code", "tenant_suspended");
    } finally {
      visit.administrator().post(tenant + "/resume", null).is(200);
    }
  }

  private static void audit(Visit visit) {
    Caller platform = visit.administrator().in("platform");
    tells(platform, "?limit=200&resource_id=" + visit.made("tenant"), OF_THE_PLATFORM);
    Caller owner = visit.signedIn("owner@" + visit.slug() + ".example").in(visit.slug());
    tells(owner, "?limit=200", OF_THE_TENANT);
    String viewer = "viewer@" + visit.slug() + ".example";
    if (owner.get("/api/audit-logs?success=false").is(200).items().stream()
        .noneMatch(event -> viewer.equals(event.getString("user_email", null)))) {
      throw new Failure("The audit log does not tell that the viewer was refused.", "");
    }
  }

  private static void tells(Caller reader, String query, Set<String> actions) {
    Set<String> missing = new TreeSet<>(actions);
    List<JsonObject> events = reader.get("/api/audit-logs" + query).is(200).items();
    events.forEach(event -> missing.remove(event.getString("action")));
    if (!missing.isEmpty()) {
      throw new Failure("The audit log does not tell " + String.join(", ", missing) + ".", "");
    }
  }

  private static JsonObject status(String status) {
    return createObjectBuilder().add("status", status).build();
  }
}
