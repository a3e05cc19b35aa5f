package org.freehold.demo.content;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.freehold.demo.content.ProjectContent.Course;
import org.freehold.platform.UserId;
import org.freehold.projects.ImportedTask;
import org.freehold.projects.Priority;
import org.freehold.projects.TaskFields;
import org.freehold.projects.TaskStatus;

/** What the tasks of demo projects say. */
final class TaskContent {
  private static final List<String> TITLES =
      List.of(
          "Agree the scope with the stakeholders",
          "Write down the acceptance criteria",
          "Interview five users of the present solution",
          "Map the data that is kept today",
          "Estimate the cost of operation",
          "Draw the context diagram",
          "Decide about build or buy",
          "Review the design with the architects",
          "Set up the repository and the build",
          "Set up the test environment",
          "Model the core tables",
          "Write the migration of existing data",
          "Build the first end-to-end path",
          "Build the list with filters and paging",
          "Build the form with validation",
          "Add roles and permissions",
          "Record changes in the audit trail",
          "Connect the notification service",
          "Connect the payment provider",
          "Import reference data every night",
          "Export to the data warehouse",
          "Write the API documentation",
          "Add metrics and alerts",
          "Write the runbook",
          "Test with a screen reader",
          "Test with the largest customer's data",
          "Measure response times under load",
          "Fix what the load test showed",
          "Review dependencies and licences",
          "Carry out the threat model workshop",
          "Close the findings of the penetration test",
          "Check the retention of personal data",
          "Prepare the data protection assessment",
          "Translate the texts",
          "Train the support desk",
          "Prepare the pilot group",
          "Run the pilot for two weeks",
          "Collect feedback from the pilot",
          "Decide about the general release",
          "Plan the cut-over weekend",
          "Rehearse the roll-back",
          "Move the first region",
          "Move the remaining regions",
          "Switch off the old solution",
          "Archive the old data",
          "Hand over to operations",
          "Report the benefits after one month",
          "Hold the retrospective");
  private static final List<String> DETAILS =
      List.of(
          "Keep it small enough for one review.",
          "Agree with the owner of the data first.",
          "The result is a page that the next team can start from.",
          "Ask operations which window suits them.",
          "Done when the team has seen it work in the test environment.",
          "Compare with how the neighbouring team solved it.");

  private final Instant epoch;
  private final Crew crew;
  private final List<List<UserId>> workersByTeam = new ArrayList<>();

  TaskContent(Instant epoch, Crew crew, Roster roster) {
    this.epoch = epoch;
    this.crew = crew;
    for (int team = 0; team < crew.teams().size(); team++) {
      workersByTeam.add(roster.workersOf(team).stream().map(crew::person).toList());
    }
  }

  ImportedTask task(DemoIds ids, int project, int number, Course course) {
    Dice dice = Dice.of(crew.slug() + ":task", project, number);
    TaskStatus status = status(dice, course);
    Instant end = course.lastChange(epoch);
    Instant created = between(dice, course.created(), end);
    Instant touched = between(dice, created, end);
    boolean untouched = status == TaskStatus.TODO;
    // The first weeks of a new task matter most on a board: what is open lies around the epoch.
    LocalDate due =
        course.isOver()
            ? touched.atZone(ZoneOffset.UTC).toLocalDate()
            : epoch.atZone(ZoneOffset.UTC).toLocalDate().plusDays(dice.between(-21, 90));
    TaskFields fields =
        new TaskFields(
            ids.project(project),
            title(number),
            description(dice, project),
            status,
            Priority.values()[dice.weighed(25, 45, 22, 8)],
            untouched && dice.between(1, 4) == 1 ? null : assignee(dice, project),
            due,
            BigDecimal.valueOf(dice.between(1, 40)));
    return new ImportedTask(
        ids.task(project, number),
        fields,
        created,
        untouched ? created : touched,
        status == TaskStatus.DONE ? touched : null);
  }

  private static String title(int number) {
    int round = (number - 1) / TITLES.size() + 1;
    String title = TITLES.get((number - 1) % TITLES.size());
    return round == 1 ? title : title + ", round " + round;
  }

  private static String description(Dice dice, int project) {
    return "Part of the "
        + ProjectContent.name(project).toLowerCase(Locale.ROOT)
        + ". "
        + dice.pick(DETAILS);
  }

  private UserId assignee(Dice dice, int project) {
    return dice.pick(workersByTeam.get(DemoTeam.ofProject(project)));
  }

  private static TaskStatus status(Dice dice, Course course) {
    return TaskStatus.values()[
        switch (course.status()) {
          case ACTIVE -> dice.weighed(34, 20, 11, 30, 5);
          case PAUSED -> dice.weighed(52, 8, 0, 35, 5);
          case COMPLETED -> dice.weighed(0, 0, 0, 93, 7);
          case ARCHIVED -> dice.weighed(0, 0, 0, 60, 40);
        }];
  }

  /** Denser towards the end, as work is. */
  private static Instant between(Dice dice, Instant from, Instant to) {
    long seconds = Math.max(0, Duration.between(from, to).toSeconds());
    double back = dice.between(0, 1_000) / 1_000.0;
    return to.minusSeconds((long) (seconds * back * back));
  }
}
