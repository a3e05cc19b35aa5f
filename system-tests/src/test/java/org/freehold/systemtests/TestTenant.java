package org.freehold.systemtests;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A fresh tenant with its owner, and with users of any role as soon as a test asks for them. */
public final class TestTenant {
  public static final String PASSWORD = "a long pass phrase for tests";

  private final Api nobody;
  private final String slug;
  private final String id;
  private final TestUser owner;
  private final Map<String, TestUser> users = new ConcurrentHashMap<>();

  TestTenant(Api nobody, Answer created, String ownerEmail) {
    this.nobody = nobody;
    slug = created.string("slug");
    id = created.id();
    Api api = nobody.in(slug).signedIn(ownerEmail, PASSWORD);
    owner =
        new TestUser(
            api.get("/api/whoami").is(200).json().getJsonObject("user").getString("id"),
            ownerEmail,
            "tenant_admin",
            api);
  }

  public String slug() {
    return slug;
  }

  public String id() {
    return id;
  }

  String path() {
    return "/api/tenants/" + slug;
  }

  public TestUser owner() {
    return owner;
  }

  public Api api() {
    return owner.api();
  }

  /** The user who holds the role, always the same one. */
  public TestUser user(String role) {
    return role.equals("tenant_admin") ? owner : users.computeIfAbsent(role, this::newUser);
  }

  public Api as(String role) {
    return user(role).api();
  }

  /** One more user with the role. */
  public TestUser newUser(String role) {
    String email = Fixtures.unique(role.replace('_', '-')) + "@" + slug + ".example";
    Answer user =
        api()
            .post(
                "/api/users",
                Body.of("email", email, "name", "Some " + role, "role", role, "password", PASSWORD))
            .is(201);
    return new TestUser(user.id(), email, role, nobody.in(slug).signedIn(email, PASSWORD));
  }

  /** A project that everybody in the tenant sees, unless the members say otherwise. */
  public String project(Object... members) {
    return Fixtures.project(api(), members);
  }

  public String task(String project) {
    return api().post("/api/tasks", Body.of("project_id", project, "title", "Do it")).is(201).id();
  }

  public String team() {
    return api().post("/api/teams", Body.of("name", Fixtures.unique("Team"))).is(201).id();
  }

  String workspace() {
    return api()
        .post("/api/workspaces", Body.of("slug", Fixtures.unique("space"), "name", "A space"))
        .is(201)
        .id();
  }

  void join(String workspace, TestUser user, String role) {
    api()
        .post(
            "/api/workspaces/" + workspace + "/members",
            Body.of("user_id", user.id(), "role", role))
        .is(201);
  }

  /** A webhook endpoint for all events. */
  String endpoint(String url) {
    return api().post("/api/webhooks/endpoints", Body.of("url", url)).is(201).id();
  }

  /** A new API key of the owner's, as it was told once. */
  Answer apiKey(Object... members) {
    List<Object> all = new ArrayList<>(List.of("name", Fixtures.unique("Key")));
    all.addAll(List.of(members));
    return api().post("/api/admin/api-keys", Body.of(all.toArray())).is(201);
  }

  /** A client with a new API key of the owner's and these permissions. */
  Api withKey(String... permissions) {
    String key = apiKey("permissions", List.of(permissions)).string("key");
    return nobody.bearing(key);
  }

  /** A new role of the tenant's own. */
  String role(Object... members) {
    List<Object> all = new ArrayList<>(List.of("name", Fixtures.unique("role")));
    all.addAll(List.of(members));
    return api().post("/api/roles", Body.of(all.toArray())).is(201).string("name");
  }

  /** Gives the role; the members say to whom, where and how long. */
  String assign(String role, Object... members) {
    List<Object> all = new ArrayList<>(List.of("role", role));
    all.addAll(List.of(members));
    return api().post("/api/role-assignments", Body.of(all.toArray())).is(201).id();
  }

  public String joinTeam(String team, TestUser user) {
    return api()
        .post("/api/team-members", Body.of("team_id", team, "user_id", user.id()))
        .is(201)
        .id();
  }
}
