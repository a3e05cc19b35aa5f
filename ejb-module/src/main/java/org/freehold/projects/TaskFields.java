package org.freehold.projects;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.freehold.platform.Text;
import org.freehold.platform.UserId;
import org.freehold.projects.constraints.PlanningDate;

/**
 * A task as the tenant describes it.
 *
 * @param projectId cannot be changed later
 * @param estimateHours hours with two decimals
 */
public record TaskFields(
    @NotNull ProjectId projectId,
    @NotBlank @Size(max = Text.NAME) String title,
    @Size(max = Text.DESCRIPTION) String description,
    TaskStatus status,
    Priority priority,
    UserId assigneeId,
    @PlanningDate LocalDate dueDate,
    @PositiveOrZero @Digits(integer = 6, fraction = 2) BigDecimal estimateHours) {
  public TaskFields {
    status = status == null ? TaskStatus.TODO : status;
    priority = priority == null ? Priority.MEDIUM : priority;
    estimateHours = Amounts.withTwoDigits(estimateHours);
  }
}
