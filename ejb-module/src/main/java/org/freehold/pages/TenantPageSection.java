package org.freehold.pages;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A part of a page.
 *
 * @param heading none when absent
 */
public record TenantPageSection(
    @Size(min = 1, max = 200) String heading, @NotNull @Size(max = 10_000) String text) {}
