package org.freehold.flags;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Another flag that must have one of these variants, else this one serves its off variant.
 *
 * @param flag its key
 */
public record FlagPrerequisite(
    @NotNull @Size(max = FlagKey.MOST) String flag,
    @NotNull @Size(min = 1, max = 20) List<@NotNull @Size(max = FlagKey.MOST) String> variants) {}
