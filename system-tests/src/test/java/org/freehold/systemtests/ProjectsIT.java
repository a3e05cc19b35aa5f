package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProjectsIT {
  private static TestTenant tenant;
  private static Api api;

  @BeforeAll
  static void makeATenant() {
    tenant = Fixtures.tenant();
    api = tenant.api();
  }

  @ParameterizedTest
  @CsvSource({
    "status=paused, status, paused, active",
    "priority=critical, priority, critical, low",
    "visibility=private, visibility, private, public",
    "department=Legal, department, Legal, Sales",
    "start_after=2031-01-01, start_date, 2031-01-01, 2030-12-31",
    "start_before=1991-01-01, start_date, 1990-12-31, 1991-01-01",
    "end_after=2032-01-01, end_date, 2032-01-01, 2031-12-31",
    "end_before=1992-01-01, end_date, 1991-12-31, 1992-01-01",
  })
  void aFilterKeepsWhatFitsAndNothingElse(String filter, String field, String fits, String not) {
    String wanted = tenant.project(field, fits);
    String other = tenant.project(field, not);
    assertThat(api.get("/api/projects?limit=200&" + filter).is(200).each("id"))
        .contains(wanted)
        .doesNotContain(other);
  }

  @Test
  void projectsAreFoundByOwnerTeamWorkspaceAndPartOfTheName() {
    String owner = tenant.user("manager").id();
    String team = tenant.team();
    String workspace = tenant.workspace();
    String id =
        tenant.project(
            "name",
            "Über 100% Wolke_7",
            "owner_id",
            owner,
            "team_id",
            team,
            "workspace_id",
            workspace);
    tenant.project("name", "Uber 1000 WolkeX7");
    for (String filter :
        List.of(
            "owner_id=" + owner,
            "team_id=" + team,
            "workspace_id=" + workspace,
            "q=100%25%20wolke_7",
            "q=%C3%BCBER")) {
      assertThat(api.get("/api/projects?" + filter).is(200).each("id"))
          .as(filter)
          .containsExactly(id);
    }
    assertThat(api.get("/api/projects?q=wolke_7&department=Nowhere").is(200).items()).isEmpty();
  }

  @Test
  void projectsAreFoundByTheTimeOfTheirCreation() {
    Answer project = api.get("/api/projects/" + tenant.project());
    String created = project.string("created_at");
    assertThat(api.get("/api/projects?created_after=" + created + "&limit=200").each("id"))
        .contains(project.id());
    String later = Instant.parse(created).plusMillis(1).toString();
    assertThat(api.get("/api/projects?created_after=" + later + "&limit=200").each("id"))
        .doesNotContain(project.id());
    assertThat(api.get("/api/projects?created_before=" + later + "&limit=200").each("id"))
        .contains(project.id());
    assertThat(api.get("/api/projects?created_before=" + created + "&limit=200").each("id"))
        .doesNotContain(project.id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "colour=red",
        "status=open",
        "limit=0",
        "limit=201",
        "limit=x",
        "sort=colour",
        "after=!",
        "owner_id=me",
        "start_after=yesterday",
        "created_after=2026-01-01"
      })
  void aParameterThatIsNotUnderstoodIsRefused(String query) {
    Answer answer = api.get("/api/projects?" + query).isProblem(400, "invalid");
    assertThat(answer.faults())
        .hasSize(1)
        .allMatch(fault -> fault.startsWith(query.replaceAll("=.*", "")));
  }

  @Test
  void theNewestComeFirstUnlessASortSaysOtherwise() {
    TestTenant own = Fixtures.tenant();
    own.project("name", "B", "priority", "low");
    own.project("name", "C", "priority", "critical");
    own.project("name", "A", "priority", "medium");
    assertThat(names(own, "")).containsExactly("A", "C", "B");
    assertThat(names(own, "?sort=created_at")).containsExactly("B", "C", "A");
    assertThat(names(own, "?sort=name")).containsExactly("A", "B", "C");
    assertThat(names(own, "?sort=-name")).containsExactly("C", "B", "A");
    assertThat(names(own, "?sort=priority")).containsExactly("B", "A", "C");
    assertThat(names(own, "?sort=-priority")).containsExactly("C", "A", "B");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-created_at",
        "created_at",
        "name",
        "-name",
        "priority",
        "-priority",
        "updated_at",
        "-updated_at"
      })
  void pagesHoldEveryProjectOnce(String sort) {
    TestTenant own = Fixtures.tenant();
    List<String> all =
        IntStream.range(0, 7)
            .mapToObj(i -> own.project("priority", i % 2 == 0 ? "low" : "high"))
            .toList();
    List<String> seen = new ArrayList<>();
    String path = "/api/projects?limit=3&sort=" + sort;
    while (path != null) {
      Answer page = own.api().get(path).is(200);
      seen.addAll(page.each("id"));
      assertThat(page.isNull("next")).isEqualTo(page.header("Link") == null);
      path =
          page.header("Link") == null ? null : page.header("Link").replaceAll("^<(.*)>.*$", "$1");
    }
    assertThat(seen).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void pagesNeitherRepeatNorLoseProjectsWhenOthersAppear() {
    TestTenant own = Fixtures.tenant();
    List<String> all = IntStream.range(0, 6).mapToObj(i -> own.project()).toList();
    List<String> seen = new ArrayList<>();
    String after = "";
    while (after != null) {
      Answer page = own.api().get("/api/projects?limit=2" + after).is(200);
      seen.addAll(page.each("id"));
      own.project();
      after = page.isNull("next") ? null : "&after=" + page.string("next");
    }
    assertThat(new HashSet<>(seen)).hasSameSizeAs(seen);
    assertThat(seen).containsAll(all);
  }

  @Test
  void aCursorIsForTheSortThatItCameFrom() {
    TestTenant own = Fixtures.tenant();
    own.project();
    own.project();
    String next = own.api().get("/api/projects?limit=1&sort=name").string("next");
    own.api().get("/api/projects?limit=1&sort=priority&after=" + next).isProblem(400, "invalid");
  }

  @Test
  void aVersionThatIsStaleIsRefused() {
    String path = "/api/projects/" + tenant.project();
    String etag = api.get(path).etag();
    assertThat(etag).matches("\"[0-9]+\"");
    Api careful = api.with("If-Match", etag);
    String newer = careful.patch(path, Body.of("name", "First")).is(200).etag();
    careful.patch(path, Body.of("name", "Second")).is(412);
    careful.put(path, Body.of("name", "Third")).is(412);
    assertThat(api.get(path).etag()).isEqualTo(newer);
    api.with("If-Match", "*").patch(path, Body.of("name", "Fourth")).is(200);
    api.with("If-Match", "nonsense")
        .patch(path, Body.of("name", "Fifth"))
        .isProblem(400, "invalid");
  }

  @Test
  void anUnknownOrMalformedIdIsNotFound() {
    for (String id :
        List.of(
            "00000000-0000-7000-8000-000000000000",
            "1",
            "x",
            "00000000-0000-7000-8000-00000000000g")) {
      assertThat(api.get("/api/projects/" + id).status()).as(id).isIn(400, 404);
    }
    api.get("/api/projects/00000000-0000-7000-8000-000000000000").isProblem(404, "not_found");
    api.patch("/api/projects/00000000-0000-7000-8000-000000000000", "{}")
        .isProblem(404, "not_found");
  }

  @Test
  void aPathThatTheContainerRefusesIsNoFailureOfOurs() throws IOException {
    assertThat(api.exchange("GET", "/api/projects/%00", BodyPublishers.noBody()).status())
        .isBetween(400, 499);
  }

  private static List<String> names(TestTenant own, String query) {
    return own.api().get("/api/projects" + query).is(200).each("name");
  }
}
