package org.freehold.flags;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;

/**
 * A share of all contexts.
 *
 * @param percent in thousandths at the finest
 */
public record FlagShare(
    @NotNull @Size(max = FlagKey.MOST) String variant,
    @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 3)
        BigDecimal percent) {}
