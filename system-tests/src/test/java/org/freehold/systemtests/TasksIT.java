package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TasksIT {
  private static TestTenant tenant;
  private static Api api;
  private static String project;

  @BeforeAll
  static void makeAProject() {
    tenant = Fixtures.tenant();
    api = tenant.api();
    project = tenant.project();
  }

  @Test
  void everyFieldComesBackAsItWasSent() {
    String sent =
        Body.of(
            "project_id",
            project,
            "title",
            "Write it",
            "description",
            "All of it",
            "status",
            "in_progress",
            "priority",
            "critical",
            "assignee_id",
            tenant.user("developer").id(),
            "due_date",
            "2026-12-24",
            "estimate_hours",
            Body.json("7.50"));
    Answer task = api.post("/api/tasks", sent).is(201);
    assertThat(task.json()).containsAllEntriesOf(Body.json(sent).asJsonObject());
    assertThat(api.get(task.place()).is(200).json()).isEqualTo(task.json());
  }

  @Test
  void aTaskNeedsAProjectAndATitleAndHasDefaults() {
    Answer task = api.post("/api/tasks", Body.of("project_id", project, "title", "T")).is(201);
    assertThat(task.string("status")).isEqualTo("todo");
    assertThat(task.string("priority")).isEqualTo("medium");
    assertThat(task.isNull("assignee_id")).isTrue();
    assertThat(
            api.post("/api/tasks", Body.of("project_id", project))
                .isProblem(400, "invalid")
                .faults())
        .containsExactly("/title not_blank");
    assertThat(api.post("/api/tasks", Body.of("title", "T")).isProblem(400, "invalid").faults())
        .containsExactly("/project_id not_null");
  }

  @ParameterizedTest
  @CsvSource({
    "status, todo in_progress in_review done cancelled",
    "priority, low medium high critical"
  })
  void everyValueOfAnEnumerationIsTakenAndNoOther(String field, String values) {
    for (String value : values.split(" ")) {
      assertThat(
              api.post("/api/tasks", Body.of("project_id", project, "title", "E", field, value))
                  .is(201)
                  .string(field))
          .isEqualTo(value);
    }
    api.post("/api/tasks", Body.of("project_id", project, "title", "E", field, "none of them"))
        .isProblem(400, "invalid");
  }

  @Test
  void aTaskThatIsDoneKnowsWhen() {
    String path = "/api/tasks/" + tenant.task(project);
    assertThat(api.get(path).isNull("completed_at")).isTrue();
    assertThat(api.patch(path, Body.of("status", "done")).is(200).string("completed_at"))
        .isNotNull();
    assertThat(api.patch(path, Body.of("status", "todo")).is(200).isNull("completed_at")).isTrue();
  }

  @Test
  void tasksAreFoundByProjectStatusPriorityAssigneeAndDueDate() {
    String own = tenant.project();
    String assignee = tenant.user("member").id();
    String id =
        api.post(
                "/api/tasks",
                Body.of(
                    "project_id",
                    own,
                    "title",
                    "F",
                    "status",
                    "in_review",
                    "priority",
                    "low",
                    "assignee_id",
                    assignee,
                    "due_date",
                    "2027-03-01"))
            .is(201)
            .id();
    tenant.task(own);
    for (String filter :
        new String[] {
          "status=in_review",
          "priority=low",
          "assignee_id=" + assignee,
          "due_after=2027-03-01",
          "due_before=2027-03-02"
        }) {
      assertThat(api.get("/api/projects/" + own + "/tasks?" + filter).is(200).each("id"))
          .as(filter)
          .containsExactly(id);
      assertThat(api.get("/api/tasks?project_id=" + own + "&" + filter).is(200).each("id"))
          .as(filter)
          .containsExactly(id);
    }
    assertThat(api.get("/api/projects/" + own + "/tasks?due_before=2027-03-01").items()).isEmpty();
    assertThat(api.get("/api/projects/" + own + "/tasks").items()).hasSize(2);
  }

  @Test
  void aTaskIsChangedReplacedAndNotWhenStale() {
    String path = "/api/tasks/" + tenant.task(project);
    Api careful = api.with("If-Match", api.get(path).etag());
    careful.patch(path, Body.of("description", "D")).is(200);
    careful.patch(path, Body.of("description", "E")).is(412);
    assertThat(
            api.put(path, Body.of("project_id", project, "title", "R"))
                .is(200)
                .isNull("description"))
        .isTrue();
    assertThat(api.patch(path, Body.of("title", "Later")).is(200).string("title"))
        .isEqualTo("Later");
  }

  @Test
  void aTaskStaysInItsProjectAndItsAssigneeIsAUserOfTheTenant() {
    String path = "/api/tasks/" + tenant.task(project);
    assertThat(
            api.patch(path, Body.of("project_id", tenant.project()))
                .isProblem(400, "invalid")
                .faults())
        .isNotEmpty()
        .allMatch(fault -> fault.startsWith("/project_id"));
    String stranger = Fixtures.tenant().owner().id();
    assertThat(api.patch(path, Body.of("assignee_id", stranger)).isProblem(400, "invalid").faults())
        .isNotEmpty()
        .allMatch(fault -> fault.startsWith("/assignee_id"));
  }
}
