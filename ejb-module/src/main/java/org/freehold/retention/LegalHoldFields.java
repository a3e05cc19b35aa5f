package org.freehold.retention;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.freehold.platform.UserId;
import org.freehold.projects.ProjectId;

/**
 * What must not be deleted. What is left out does not limit it: a hold with none of them keeps
 * everything of the tenant.
 *
 * @param reason the case or order that asks for it
 * @param dataClass only this class, as {@code audit_events} or {@code files}
 * @param personId only what is about this person, and all of classes that do not tell of whom it is
 * @param projectId only what is of this project, and all of classes that do not tell of which it is
 * @param from only what is from then on
 * @param until only what is from before
 */
public record LegalHoldFields(
    @NotBlank @Size(max = 200) String name,
    @NotBlank @Size(max = 2000) String reason,
    @Size(max = 63) String dataClass,
    UserId personId,
    ProjectId projectId,
    Instant from,
    Instant until) {}
