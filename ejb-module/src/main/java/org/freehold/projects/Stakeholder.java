package org.freehold.projects;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.freehold.platform.UserId;

/** Somebody with an interest in a project, who sees it whatever its visibility. */
public record Stakeholder(@NotNull UserId userId, @NotBlank @Size(max = 100) String role) {}
