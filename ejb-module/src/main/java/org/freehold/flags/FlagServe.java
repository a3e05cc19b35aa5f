package org.freehold.flags;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What is served: either one variant, or several by shares that are 100 percent together. Raising
 * one share and no other takes its variant from nobody who has it.
 */
public record FlagServe(
    @Size(max = FlagKey.MOST) String variant,
    @Size(min = 1, max = 20) List<@NotNull @Valid FlagShare> split) {}
