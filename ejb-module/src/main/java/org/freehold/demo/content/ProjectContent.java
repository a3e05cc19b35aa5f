package org.freehold.demo.content;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.freehold.engine.access.Visibility;
import org.freehold.platform.json.JsonText;
import org.freehold.projects.DataClassification;
import org.freehold.projects.Priority;
import org.freehold.projects.ProjectFields;
import org.freehold.projects.ProjectStatus;
import org.freehold.projects.SecurityLevel;
import org.freehold.projects.Stakeholder;

/** What demo projects say. */
final class ProjectContent {
  private static final List<String> EFFORTS =
      List.of(
          "Renewal",
          "Migration",
          "Launch",
          "Modernisation",
          "Hardening",
          "Consolidation",
          "Redesign",
          "Rollout",
          "Automation",
          "Scale-out",
          "Integration",
          "Extension",
          "Replacement",
          "Pilot",
          "Compliance",
          "Observability",
          "Localisation",
          "Accessibility",
          "Cost Reduction",
          "Disaster Recovery",
          "Self-service",
          "Analytics",
          "Performance",
          "Security Review");
  private static final List<String> REASONS =
      List.of(
          "Customers wait too long today, and every complaint costs a quarter of an hour.",
          "The present system reaches the end of its support, and its maker has left the market.",
          "Three teams keep the same data by hand, and their figures differ at the end of a month.",
          "The auditors found gaps in the last review that must be closed before the next.",
          "Growth in new regions needs languages, currencies and rules that are not there yet.",
          "Operating costs grew faster than the number of customers for two years.");
  private static final List<String> VALUES =
      List.of(
          "Raises customer satisfaction by %d%%",
          "Cuts the cost of operation by %d%%",
          "Shortens the time to market by %d%%",
          "Lowers the number of incidents by %d%%",
          "Wins back %d%% of the hours spent on manual work");
  private static final List<String> RHYTHMS = List.of("daily", "weekly", "fortnightly", "monthly");
  private static final List<String> INTERESTS = List.of("sponsor", "approver", "consulted");
  private static final int NAMES = Area.ALL.size() * EFFORTS.size();

  private final LocalDate today;
  private final Crew crew;
  private final Roster roster;

  ProjectContent(Instant epoch, Crew crew, Roster roster) {
    today = epoch.atZone(ZoneOffset.UTC).toLocalDate();
    this.crew = crew;
    this.roster = roster;
  }

  /**
   * How a project went.
   *
   * @param end planned, or the real one of a project that is over
   */
  record Course(ProjectStatus status, LocalDate start, LocalDate end, Instant created) {
    boolean isOver() {
      return status == ProjectStatus.COMPLETED || status == ProjectStatus.ARCHIVED;
    }

    /** When the last of it happened, which is never after the epoch. */
    Instant lastChange(Instant epoch) {
      Instant recent = isOver() ? end.atTime(16, 0).toInstant(ZoneOffset.UTC) : epoch;
      return recent.isBefore(epoch) ? recent : epoch;
    }
  }

  Course course(int number) {
    Dice dice = Dice.of(crew.slug() + ":course", number, 0);
    ProjectStatus status =
        number <= 2
            ? ProjectStatus.ACTIVE
            : List.of(
                    ProjectStatus.ACTIVE,
                    ProjectStatus.PAUSED,
                    ProjectStatus.COMPLETED,
                    ProjectStatus.ARCHIVED)
                .get(dice.weighed(62, 11, 21, 6));
    boolean over = status == ProjectStatus.COMPLETED || status == ProjectStatus.ARCHIVED;
    LocalDate start = today.minusDays(over ? dice.between(200, 900) : dice.between(40, 400));
    LocalDate end =
        over ? start.plusDays(dice.between(60, 190)) : today.plusDays(dice.between(20, 420));
    Instant created =
        start
            .minusDays(dice.between(5, 30))
            .atTime(dice.between(8, 16), dice.between(0, 59))
            .toInstant(ZoneOffset.UTC);
    return new Course(status, start, end, created);
  }

  static String name(int number) {
    int place = (number - 1) % NAMES;
    int area = place % Area.ALL.size();
    int effort = (place / Area.ALL.size() + area * 7) % EFFORTS.size();
    int phase = (number - 1) / NAMES + 1;
    String name = Area.ALL.get(area).name() + " " + EFFORTS.get(effort);
    return phase == 1 ? name : name + ", Phase " + phase;
  }

  static Area area(int number) {
    return Area.ALL.get((number - 1) % Area.ALL.size());
  }

  ProjectFields fields(int number, Course course) {
    Dice dice = Dice.of(crew.slug() + ":project", number, 0);
    Area area = area(number);
    Money money = Money.of(dice, course);
    Priority priority = Priority.values()[dice.weighed(20, 45, 25, 10)];
    return new ProjectFields(
        name(number),
        description(dice, area, number),
        "https://git." + crew.slug() + ".example/" + slugOf(name(number)),
        null,
        crew.person(dice.pick(roster.people().stream().filter(DemoPerson::manages).toList())),
        crew.teams().get(DemoTeam.ofProject(number)),
        area.department(),
        area.businessUnit(),
        "%s-%03d".formatted(area.code(), dice.between(1, 40)),
        course.status(),
        priority,
        course.start(),
        course.end(),
        money.budget(),
        priority.rank() >= Priority.HIGH.rank(),
        course.isOver() ? course.end() : today.plusDays(dice.between(5, 120)),
        security(dice, area),
        area.data(),
        area.compliance(),
        visibility(number),
        List.of(crew.slug() + ".example"),
        List.of("10." + dice.between(0, 250) + ".0.0/16"),
        area.language(),
        area.frameworks(),
        new BigDecimal(dice.between(70, 95)),
        new BigDecimal("99." + dice.between(0, 9)),
        dice.pick(RHYTHMS),
        new BigDecimal(dice.between(8, 240)),
        BigDecimal.valueOf(dice.between(5, 240), 1),
        money.estimate(),
        money.actual(),
        dice.pick(VALUES).formatted(dice.between(5, 40)),
        kpis(dice),
        stakeholders(dice));
  }

  private static String description(Dice dice, Area area, int number) {
    return dice.pick(REASONS)
        + " This project brings the "
        + name(number).toLowerCase(Locale.ROOT)
        + " to the "
        + area.businessUnit()
        + " unit, step by step and without an interruption for those who use it every day.";
  }

  static String slugOf(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  private static SecurityLevel security(Dice dice, Area area) {
    if (area.data() == DataClassification.PHI) {
      return SecurityLevel.RESTRICTED;
    }
    boolean sensitive = area.data() != DataClassification.NONE;
    return sensitive
        ? SecurityLevel.CONFIDENTIAL
        : List.of(SecurityLevel.INTERNAL, SecurityLevel.PUBLIC).get(dice.weighed(80, 20));
  }

  /** So spread that a small tenant has some of each. */
  private static Visibility visibility(int number) {
    if (number % 9 == 0) {
      return Visibility.PRIVATE;
    }
    return number % 3 == 1 ? Visibility.PUBLIC : Visibility.TEAM;
  }

  private static Map<String, JsonValue> kpis(Dice dice) {
    Map<String, JsonValue> kpis = new TreeMap<>();
    kpis.put("customer_satisfaction", JsonText.PROVIDER.createValue(dice.between(70, 95)));
    kpis.put(
        "response_time", JsonText.PROVIDER.createValue("< " + dice.between(1, 4) + " seconds"));
    kpis.put(
        "availability_percent",
        JsonText.PROVIDER.createValue(new BigDecimal("99." + dice.between(0, 99))));
    return kpis;
  }

  private List<Stakeholder> stakeholders(Dice dice) {
    List<DemoPerson> people = roster.people();
    int first = dice.between(0, people.size() - 1);
    return INTERESTS.stream()
        .limit(dice.between(1, INTERESTS.size()))
        .map(
            role ->
                new Stakeholder(
                    crew.person(people.get((first + INTERESTS.indexOf(role)) % people.size())),
                    role))
        .toList();
  }

  /** What a project may cost, is thought to cost, and did cost so far. */
  private record Money(BigDecimal budget, BigDecimal estimate, BigDecimal actual) {
    static Money of(Dice dice, Course course) {
      long budget = dice.between(40, 1_500) * 1_000L;
      long estimate = budget * dice.between(80, 105) / 100;
      int spent = course.isOver() ? dice.between(85, 115) : dice.between(5, 80);
      return new Money(
          BigDecimal.valueOf(budget),
          BigDecimal.valueOf(estimate),
          BigDecimal.valueOf(estimate * spent / 100));
    }
  }
}
