package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantsIT {
  private final Api operator = Fixtures.operator();

  /** Whoever may do the work that puts them there. */
  @Test
  void aNewTenantIsToldOfWhenItsOwnerIsInIt() throws Exception {
    TestUser owner = Fixtures.tenant().owner();
    String slug = Fixtures.unique("tenant");
    String wanted = Body.of("name", "Late", "slug", slug, "owner_email", owner.email());
    try (Connection superuser = Database.asAdministrator()) {
      superuser.setAutoCommit(false);
      Database.run(
          superuser, "select from control.app_user where id = '" + owner.id() + "' for update");
      CompletableFuture<Answer> made =
          CompletableFuture.supplyAsync(() -> operator.post("/api/tenants", wanted));
      assertThatThrownBy(() -> made.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
      superuser.rollback();
      made.get(30, TimeUnit.SECONDS).is(201);
    }
    owner.api().in(slug).get("/api/whoami").isProblem(403, "tenant_pending");
  }

  @ParameterizedTest
  @CsvSource({
    "pending, activate, active",
    "trial, activate, active",
    "trial, suspend, suspended",
    "active, suspend, suspended",
    "active, archive, archived",
    "suspended, activate, active",
    "suspended, resume, active",
    "suspended, archive, archived",
    "archived, resume, suspended",
  })
  void aLegalTransitionHappens(String from, String step, String to) {
    String path = inState(from);
    Answer answer = operator.post(path + "/" + step).is(200);
    assertThat(answer.string("status")).isEqualTo(to);
    assertThat(operator.get(path).string("status")).isEqualTo(to);
  }

  @ParameterizedTest
  @CsvSource({
    "pending, suspend",
    "pending, archive",
    "trial, archive",
    "active, activate",
    "active, resume",
    "suspended, suspend",
    "archived, activate",
    "archived, archive",
  })
  void anIllegalTransitionIsAConflictAndChangesNothing(String from, String step) {
    String path = inState(from);
    operator.post(path + "/" + step).isProblem(409, "illegal_transition");
    assertThat(operator.get(path).string("status")).isEqualTo(from);
  }

  @Test
  void aNewTenantIsPendingOrOnTrialAndTellsAllItsFields() {
    Answer pending =
        Fixtures.created(
            "tier",
            "professional",
            "settings",
            Body.json("{\"mfa_required\":true,\"branding\":{\"color\":\"#123456\"}}"));
    assertThat(pending.string("status")).isEqualTo("pending");
    assertThat(pending.string("tier")).isEqualTo("professional");
    assertThat(pending.isNull("parent_slug")).isTrue();
    assertThat(pending.isNull("trial_ends_at")).isTrue();
    JsonObject settings = pending.json().getJsonObject("settings");
    assertThat(settings.getBoolean("mfa_required")).isTrue();
    assertThat(settings.getBoolean("sso_required")).isFalse();
    assertThat(settings.getJsonObject("quotas")).isEmpty();
    assertThat(settings.getJsonObject("branding").getString("color")).isEqualTo("#123456");
    assertThat(pending.place()).isEqualTo("/api/tenants/" + pending.string("slug"));
    Answer trial =
        Fixtures.created("trial_ends_at", Instant.now().plus(Duration.ofDays(14)).toString());
    assertThat(trial.string("status")).isEqualTo("trial");
    String plain = Fixtures.unique("plain");
    Answer free =
        operator
            .post(
                "/api/tenants",
                Body.of("name", "N", "slug", plain, "owner_email", plain + "@owners.example"))
            .is(201);
    assertThat(free.string("tier")).isEqualTo("free");
  }

  @Test
  void theTickEndsATrialWhoseTimeIsOver() {
    Answer trial = Fixtures.created("trial_ends_at", Instant.now().plusSeconds(2).toString());
    String path = "/api/tenants/" + trial.string("slug");
    String status =
        Await.until(
            Duration.ofSeconds(15), () -> operator.get(path).string("status"), "suspended"::equals);
    assertThat(status).isEqualTo("suspended");
  }

  @Test
  void aTrialThatWasActivatedIsNotEndedByTheTick() {
    Answer trial = Fixtures.created("trial_ends_at", Instant.now().plusSeconds(2).toString());
    Answer later = Fixtures.created("trial_ends_at", Instant.now().plusSeconds(3).toString());
    String path = "/api/tenants/" + trial.string("slug");
    operator.post(path + "/activate").is(200);
    // A later trial has ended: the tick has been past the first one.
    Await.until(
        Duration.ofSeconds(15),
        () -> operator.get("/api/tenants/" + later.string("slug")).string("status"),
        "suspended"::equals);
    assertThat(operator.get(path).string("status")).isEqualTo("active");
  }

  @Test
  void aTrialEndsInTheFuture() {
    String body =
        Body.of(
            "name",
            "Late",
            "slug",
            Fixtures.unique("late"),
            "owner_email",
            "a@b.example",
            "trial_ends_at",
            "2020-01-01T00:00:00Z");
    assertThat(operator.post("/api/tenants", body).isProblem(400, "invalid").faults())
        .containsExactly("/trial_ends_at past");
  }

  @Test
  void aSuspendedTenantReadsAndDoesNotWrite() {
    TestTenant tenant = Fixtures.tenant();
    String project = tenant.project();
    operator.post(tenant.path() + "/suspend").is(200);
    tenant.api().get("/api/projects/" + project).is(200);
    assertThat(tenant.api().get("/api/projects").is(200).items()).hasSize(1);
    tenant.api().get("/api/audit-logs").is(200);
    tenant.api().post("/api/projects", Body.of("name", "New")).isProblem(403, "tenant_suspended");
    tenant
        .api()
        .patch("/api/projects/" + project, Body.of("name", "Other"))
        .isProblem(403, "tenant_suspended");
    tenant.api().post("/api/teams", Body.of("name", "New")).isProblem(403, "tenant_suspended");
    operator.post(tenant.path() + "/resume").is(200);
    tenant.api().post("/api/projects", Body.of("name", "New")).is(201);
  }

  @Test
  void anArchivedTenantDoesNotEvenRead() {
    TestTenant tenant = Fixtures.tenant();
    operator.post(tenant.path() + "/archive").is(200);
    tenant.api().get("/api/projects").isProblem(403, "tenant_archived");
    operator.post(tenant.path() + "/resume").is(200);
    tenant.api().get("/api/projects").is(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "-a", "Abc", "a_b", "a.b", "ä-b", "a b"})
  void aSlugThatIsNoHostLabelIsRefused(String slug) {
    Answer answer =
        operator.post(
            "/api/tenants", Body.of("name", "N", "slug", slug, "owner_email", "a@b.example"));
    assertThat(answer.isProblem(400, "invalid").faults()).containsExactly("/slug pattern");
  }

  @Test
  void aSlugHasSixtyThreeCharactersAtMostAndIsTakenOnce() {
    String slug = Fixtures.unique("s") + "x".repeat(63);
    assertThat(Fixtures.created("slug", slug.substring(0, 63)).string("slug")).hasSize(63);
    operator
        .post(
            "/api/tenants",
            Body.of("name", "N", "slug", slug.substring(0, 63), "owner_email", "a@b.example"))
        .isProblem(409, "slug_taken");
    operator
        .post(
            "/api/tenants",
            Body.of("name", "N", "slug", slug.substring(0, 64), "owner_email", "a@b.example"))
        .isProblem(400, "invalid");
  }

  @Test
  void aParentSeesItsChildrenAndNobodyElseDoes() {
    TestTenant parent = Fixtures.tenant();
    Answer child = Fixtures.created("parent_slug", parent.slug());
    assertThat(child.string("parent_slug")).isEqualTo(parent.slug());
    String path = "/api/tenants/" + child.string("slug");
    parent.api().get(path).is(200);
    assertThat(parent.api().get("/api/tenants").each("slug"))
        .containsExactlyInAnyOrder(parent.slug(), child.string("slug"));
    TestTenant stranger = Fixtures.tenant();
    stranger.api().get(path).isProblem(404, "not_found");
    stranger.api().get(parent.path()).isProblem(404, "not_found");
    assertThat(stranger.api().get("/api/tenants").each("slug")).containsExactly(stranger.slug());
    String orphan =
        Body.of(
            "name",
            "N",
            "slug",
            Fixtures.unique("o"),
            "owner_email",
            "a@b.example",
            "parent_slug",
            "no-such-tenant");
    assertThat(operator.post("/api/tenants", orphan).isProblem(400, "invalid").faults())
        .containsExactly("/parent_slug unknown");
  }

  @Test
  void aTenantChangesItsNameAndSettingsAndNotItsTierNorState() {
    TestTenant tenant = Fixtures.tenant();
    Answer changed =
        tenant
            .api()
            .patch(tenant.path(), "{\"name\":\"Renamed\",\"settings\":{\"mfa_required\":true}}")
            .is(200);
    assertThat(changed.string("name")).isEqualTo("Renamed");
    assertThat(changed.json().getJsonObject("settings").getBoolean("mfa_required")).isTrue();
    tenant.api().patch(tenant.path(), Body.of("tier", "starter")).isProblem(403, "platform_only");
    tenant.api().post(tenant.path() + "/suspend").isProblem(403, "platform_only");
    tenant
        .api()
        .post(
            "/api/tenants",
            Body.of("name", "N", "slug", Fixtures.unique("n"), "owner_email", "a@b.example"))
        .isProblem(403, "platform_only");
    assertThat(operator.patch(tenant.path(), Body.of("tier", "starter")).is(200).string("tier"))
        .isEqualTo("starter");
    tenant.api().patch(tenant.path(), Body.of("slug", "another")).isProblem(400, "invalid");
  }

  @Test
  void aStaleVersionOfATenantIsRefused() {
    TestTenant tenant = Fixtures.tenant();
    String etag = tenant.api().get(tenant.path()).is(200).etag();
    Api careful = tenant.api().with("If-Match", etag);
    assertThat(careful.patch(tenant.path(), Body.of("name", "First")).is(200).etag())
        .isNotEqualTo(etag);
    careful.patch(tenant.path(), Body.of("name", "Second")).is(412);
    assertThat(tenant.api().get(tenant.path()).string("name")).isEqualTo("First");
  }

  @Test
  void theListOfTenantsIsNarrowedByStateAndTier() {
    String slug = Fixtures.created("tier", "custom").string("slug");
    assertThat(
            operator.get("/api/tenants?tier=custom&status=pending&limit=200").is(200).each("slug"))
        .contains(slug);
    assertThat(
            operator.get("/api/tenants?tier=custom&status=archived&limit=200").is(200).each("slug"))
        .doesNotContain(slug);
    operator.get("/api/tenants?tier=gold").isProblem(400, "invalid");
    assertThat(operator.get("/api/tenants?tier=free&status=pending&limit=200").each("slug"))
        .doesNotContain(slug);
  }

  @Test
  void anUnknownTenantIsNotFound() {
    operator.get("/api/tenants/no-such-tenant").isProblem(404, "not_found");
    operator.post("/api/tenants/no-such-tenant/suspend").isProblem(404, "not_found");
  }

  private String inState(String state) {
    Answer tenant =
        state.equals("trial")
            ? Fixtures.created("trial_ends_at", Instant.now().plus(Duration.ofDays(14)).toString())
            : Fixtures.created();
    String path = "/api/tenants/" + tenant.string("slug");
    List<String> steps =
        switch (state) {
          case "active" -> List.of("activate");
          case "suspended" -> List.of("activate", "suspend");
          case "archived" -> List.of("activate", "archive");
          default -> List.of();
        };
    steps.forEach(step -> operator.post(path + "/" + step).is(200));
    return path;
  }
}
