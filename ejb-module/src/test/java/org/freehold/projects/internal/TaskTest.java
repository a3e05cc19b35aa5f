package org.freehold.projects.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.freehold.platform.Invalid;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.projects.ProjectId;
import org.freehold.projects.TaskFields;
import org.freehold.projects.TaskStatus;
import org.junit.jupiter.api.Test;

class TaskTest {
  private static final ProjectId PROJECT = new ProjectId(Uuid7.next());
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private static final Instant LATER = NOW.plusSeconds(60);

  @Test
  void isCompletedWhenItBecomesDone() {
    Task task = task(TaskStatus.IN_REVIEW);
    assertThat(task.details().completedAt()).isNull();

    task.change(fields(PROJECT, TaskStatus.DONE), LATER);

    assertThat(task.details().completedAt()).isEqualTo(LATER);
  }

  @Test
  void keepsTheMomentOfItsCompletion() {
    Task task = task(TaskStatus.DONE);

    task.change(fields(PROJECT, TaskStatus.DONE), LATER);

    assertThat(task.details().completedAt()).isEqualTo(NOW);
  }

  @Test
  void isNotCompletedAnyMoreWhenItIsTakenUpAgain() {
    Task task = task(TaskStatus.DONE);

    task.change(fields(PROJECT, TaskStatus.TODO), LATER);

    assertThat(task.details().completedAt()).isNull();
  }

  @Test
  void staysInItsProject() {
    Task task = task(TaskStatus.TODO);
    TaskFields elsewhere = fields(new ProjectId(Uuid7.next()), TaskStatus.TODO);

    assertThatThrownBy(() -> task.change(elsewhere, LATER)).isInstanceOf(Invalid.class);
  }

  private static Task task(TaskStatus status) {
    return new Task(new TenantId(Uuid7.next()), fields(PROJECT, status), NOW);
  }

  private static TaskFields fields(ProjectId project, TaskStatus status) {
    return new TaskFields(project, "Do it", null, status, null, null, null, null);
  }
}
