package org.freehold.demo.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.freehold.platform.TeamId;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.projects.ImportedProject;
import org.freehold.projects.ImportedTask;
import org.freehold.projects.ProjectFields;
import org.freehold.projects.TaskStatus;
import org.junit.jupiter.api.Test;

class DemoContentTest {
  private static final Instant EPOCH = Instant.parse("2026-11-21T09:30:00.123Z");
  private static final TenantId TENANT =
      new TenantId(UUID.fromString("0199b2a0-5c1e-7d3a-9f4b-2f6f0a1c9e06"));
  private static final Validator VALIDATOR =
      Validation.buildDefaultValidatorFactory().getValidator();
  private static final int MANY = 2_000;

  private final DemoContent content = content(MANY);

  private static DemoContent content(int projects) {
    Roster roster = Roster.of("techcorp", projects);
    List<UserId> people =
        IntStream.range(0, roster.people().size())
            .mapToObj(i -> new UserId(new UUID(0x7000, i)))
            .toList();
    List<TeamId> teams =
        IntStream.range(0, roster.teams().size())
            .mapToObj(i -> new TeamId(new UUID(0x7001, i)))
            .toList();
    return new DemoContent(new DemoIds(TENANT, EPOCH), new Crew("techcorp", people, teams));
  }

  @Test
  void saysTheSameEachTime() {
    assertThat(content(MANY).project(17)).isEqualTo(content.project(17));
    assertThat(content(MANY).tasks(List.of(17), 100)).isEqualTo(content.tasks(List.of(17), 100));
  }

  @Test
  void everyProjectIsWithinTheLimitsAndHasAllItsFields() throws ReflectiveOperationException {
    for (int number = 1; number <= MANY; number++) {
      ProjectFields fields = content.project(number).fields();
      assertThat(VALIDATOR.validate(fields)).as("project %d", number).isEmpty();
      assertThat(fields.endDate()).isAfterOrEqualTo(fields.startDate());
      for (RecordComponent part : ProjectFields.class.getRecordComponents()) {
        if (!part.getName().equals("workspaceId")) {
          Object value = part.getAccessor().invoke(fields);
          assertThat(value).as("%s of project %d", part.getName(), number).isNotNull();
        }
      }
      assertThat(fields.kpis()).isNotEmpty();
      assertThat(fields.stakeholders()).isNotEmpty();
    }
  }

  @Test
  void everyTaskIsWithinTheLimitsAndCompletedExactlyWhenItIsDone() {
    for (ImportedTask task : content.tasks(IntStream.rangeClosed(1, 100).boxed().toList(), 100)) {
      assertThat(VALIDATOR.validate(task.fields())).isEmpty();
      assertThat(task.completedAt() != null).isEqualTo(task.fields().status() == TaskStatus.DONE);
      assertThat(task.updatedAt()).isBetween(task.createdAt(), EPOCH);
    }
  }

  @Test
  void namesAreDifferentAndIdsAreOrderedVersionSevens() {
    Set<String> names = new HashSet<>();
    List<UUID> ids = new ArrayList<>();
    for (int number = 1; number <= MANY; number++) {
      ImportedProject project = content.project(number);
      names.add(project.fields().name());
      ids.add(project.id().value());
    }
    assertThat(names).hasSize(MANY);
    assertThat(ids).allMatch(id -> id.version() == 7 && id.variant() == 2).isSorted();
    List<UUID> tasks =
        content.tasks(List.of(1, 2), 100).stream().map(task -> task.id().value()).toList();
    assertThat(tasks).allMatch(id -> id.version() == 7 && id.variant() == 2).isSorted();
    assertThat(tasks).doesNotHaveDuplicates();
  }

  @Test
  void moreProjectsBeginWithTheSamePeopleAndTeams() {
    Roster small = Roster.of("techcorp", 3);
    Roster large = Roster.of("techcorp", 10_000);
    assertThat(large.people()).startsWith(small.people().toArray(DemoPerson[]::new)).hasSize(40);
    assertThat(large.teams().subList(0, small.teams().size()))
        .extracting(DemoTeam::name)
        .isEqualTo(small.teams().stream().map(DemoTeam::name).toList());
    assertThat(large.people()).extracting(DemoPerson::email).doesNotHaveDuplicates();
    assertThat(small.people())
        .extracting(DemoPerson::email)
        .containsExactly(
            "admin@techcorp.example",
            "manager@techcorp.example",
            "database-admin@techcorp.example",
            "developer@techcorp.example",
            "analyst@techcorp.example",
            "member@techcorp.example",
            "viewer@techcorp.example");
  }

  @Test
  void tasksAreGivenToWorkersOfTheProjectsTeam() {
    for (int number = 1; number <= 40; number++) {
      assertThat(content.project(number).fields().teamId())
          .isEqualTo(new TeamId(new UUID(0x7001, DemoTeam.ofProject(number))));
    }
    assertThat(content.tasks(List.of(5), 100))
        .anyMatch(task -> task.fields().assigneeId() != null)
        .noneMatch(task -> new UserId(new UUID(0x7000, 6)).equals(task.fields().assigneeId()));
  }

  @Test
  void everyProjectHasThreeDocumentsThatFollowFromItsNumber() {
    List<DemoFile> files = content.files(40, true);
    assertThat(files)
        .extracting(DemoFile::number)
        .isEqualTo(IntStream.rangeClosed(1, 120).boxed().toList());
    assertThat(content(MANY).files(40, true)).isEqualTo(files);
    assertThat(files).extracting(file -> file.fields().name().value()).doesNotHaveDuplicates();
    for (DemoFile file : files) {
      ImportedProject project = content.project((file.number() - 1) / 3 + 1);
      assertThat(VALIDATOR.validate(file.fields())).isEmpty();
      assertThat(file.fields().projectId()).isEqualTo(project.id());
      assertThat(file.createdAt()).isBetween(project.createdAt(), project.updatedAt());
      assertThat(file.uploadedBy()).isNotNull();
      assertThat(file.text()).hasSizeBetween(100, 4_000).doesNotContain("null");
    }
  }

  @Test
  void onlyMinutesBelongToATaskAndOnlyWhereThereIsOne() {
    assertThat(content.files(2, true))
        .extracting(file -> file.fields().taskId())
        .containsExactly(
            null,
            null,
            content.tasks(List.of(1), 1).get(0).id(),
            null,
            null,
            content.tasks(List.of(2), 1).get(0).id());
    assertThat(content.files(2, false))
        .extracting(file -> file.fields().taskId())
        .containsOnlyNulls();
  }

  @Test
  void aBudgetSpreadsWhatWasAllocatedOverTheMonths() {
    for (int number = 1; number <= 40; number++) {
      ProjectFields fields = content.project(number).fields();
      List<String> lines = content.files(number, false).get(number * 3 - 2).text().lines().toList();
      assertThat(lines.get(0)).isEqualTo("month,planned,spent");
      assertThat(lines.get(1)).startsWith(fields.startDate().toString().substring(0, 7));
      assertThat(lines.get(lines.size() - 1))
          .startsWith(fields.endDate().toString().substring(0, 7));
      BigDecimal planned =
          lines.stream()
              .skip(1)
              .map(line -> new BigDecimal(line.split(",", -1)[1]))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(planned).isCloseTo(fields.budgetAllocated(), within(BigDecimal.ONE));
    }
  }
}
