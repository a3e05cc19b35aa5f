package org.freehold.demo.content;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.freehold.files.FileFields;
import org.freehold.files.FileName;
import org.freehold.platform.UserId;
import org.freehold.platform.json.WireNames;
import org.freehold.projects.ImportedProject;
import org.freehold.projects.ProjectFields;
import org.freehold.projects.TaskId;

/** The documents of demo projects: a charter, a budget by months, and minutes of a meeting. */
final class FileContent {
  private static final int EACH = 3;
  private static final List<String> DECISIONS =
      List.of(
          "The pilot begins with one region, and the others follow when its figures are in.",
          "The old solution stays until two months have been closed with the new one.",
          "Every change of the scope goes through the owner, in writing.",
          "Personal data of customers is not used in the test environment.",
          "The support desk is trained before the first customer sees it.",
          "Costs are looked at every month, and the forecast with them.");

  private final Instant epoch;
  private final Crew crew;
  private final Roster roster;

  FileContent(Instant epoch, Crew crew, Roster roster) {
    this.epoch = epoch;
    this.crew = crew;
    this.roster = roster;
  }

  /**
   * All documents of the project.
   *
   * @param task whose minutes they are; null: the project's
   */
  List<DemoFile> files(int number, ImportedProject project, TaskId task) {
    ProjectFields fields = project.fields();
    String slug = ProjectContent.slugOf(fields.name());
    return List.of(
        file(
            number,
            1,
            project,
            null,
            slug + "-charter.md",
            "What, why and for whom",
            charter(fields)),
        file(number, 2, project, null, slug + "-budget.csv", "By months", budget(number, fields)),
        file(number, 3, project, task, slug + "-kick-off.md", "Minutes", minutes(number, fields)));
  }

  private DemoFile file(
      int number,
      int place,
      ImportedProject project,
      TaskId task,
      String name,
      String what,
      String text) {
    Dice dice = Dice.of(crew.slug() + ":file", number, place);
    long open = project.updatedAt().getEpochSecond() - project.createdAt().getEpochSecond();
    Instant created = project.createdAt().plusSeconds(open * dice.between(1, 30) * place / 100);
    UserId by = place == 1 ? project.fields().ownerId() : crew.person(dice.pick(roster.people()));
    return new DemoFile(
        (number - 1) * EACH + place,
        new FileFields(new FileName(name), what, project.id(), task),
        text,
        by,
        created);
  }

  private static String charter(ProjectFields fields) {
    StringBuilder text = new StringBuilder();
    text.append("# ").append(fields.name()).append("\n\n").append(fields.description());
    text.append("\n\n| | |\n|---|---|\n");
    row(text, "Department", fields.department());
    row(text, "Business unit", fields.businessUnit());
    row(text, "Cost centre", fields.costCenter());
    row(text, "From", fields.startDate());
    row(text, "To", fields.endDate());
    row(text, "Budget", fields.budgetAllocated());
    row(text, "Security", WireNames.of(fields.securityLevel()));
    text.append("\n## Goals\n\n- ").append(fields.businessValue()).append('\n');
    fields
        .kpis()
        .forEach((kpi, aim) -> text.append("- ").append(kpi).append(": ").append(aim).append('\n'));
    text.append("\n## Rules that apply\n\n");
    fields.complianceRequirements().forEach(rule -> text.append("- ").append(rule).append('\n'));
    return text.toString();
  }

  private static void row(StringBuilder text, String what, Object value) {
    text.append("| ").append(what).append(" | ").append(value).append(" |\n");
  }

  /** Months to come have no cost yet. */
  private String budget(int number, ProjectFields fields) {
    Dice dice = Dice.of(crew.slug() + ":budget", number, 0);
    YearMonth now = YearMonth.from(epoch.atZone(ZoneOffset.UTC));
    YearMonth first = YearMonth.from(fields.startDate());
    YearMonth last = YearMonth.from(fields.endDate());
    long months = ChronoUnit.MONTHS.between(first, last) + 1;
    BigDecimal planned =
        fields.budgetAllocated().divide(BigDecimal.valueOf(months), 2, RoundingMode.DOWN);
    StringBuilder text = new StringBuilder("month,planned,spent\n");
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      BigDecimal spent =
          planned
              .multiply(BigDecimal.valueOf(dice.between(70, 118), 2))
              .setScale(2, RoundingMode.DOWN);
      text.append(month).append(',').append(planned).append(',');
      text.append(month.isBefore(now) ? spent : "").append('\n');
    }
    return text.toString();
  }

  private String minutes(int number, ProjectFields fields) {
    Dice dice = Dice.of(crew.slug() + ":minutes", number, 0);
    List<DemoPerson> people = roster.people();
    int first = dice.between(0, people.size() - 1);
    StringBuilder text = new StringBuilder();
    text.append("# Kick-off: ").append(fields.name()).append("\n\n").append(fields.startDate());
    text.append("\n\n## Present\n\n");
    for (int i = 0; i < 4; i++) {
      DemoPerson person = people.get((first + i) % people.size());
      text.append("- ").append(person.name()).append(", ");
      text.append(person.department().toLowerCase(Locale.ROOT)).append('\n');
    }
    text.append("\n## Decided\n\n");
    int decision = dice.between(0, DECISIONS.size() - 1);
    for (int i = 0; i < 3; i++) {
      text.append(i + 1)
          .append(". ")
          .append(DECISIONS.get((decision + i) % DECISIONS.size()))
          .append('\n');
    }
    return text.append("\nNext meeting: ")
        .append(fields.startDate().plusWeeks(1))
        .append('\n')
        .toString();
  }
}
