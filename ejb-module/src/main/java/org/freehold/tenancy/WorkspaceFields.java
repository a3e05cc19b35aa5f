package org.freehold.tenancy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.freehold.platform.Text;

/**
 * A workspace as the tenant describes it.
 *
 * @param slug unique in the tenant; cannot be changed later
 */
public record WorkspaceFields(
    @NotNull @Pattern(regexp = Text.SLUG) String slug,
    @NotBlank @Size(max = Text.NAME) String name,
    @Size(max = Text.DESCRIPTION) String description) {}
