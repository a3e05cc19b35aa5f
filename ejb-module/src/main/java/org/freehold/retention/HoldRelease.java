package org.freehold.retention;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a hold is not needed any more. */
public record HoldRelease(@NotBlank @Size(max = 2000) String reason) {}
