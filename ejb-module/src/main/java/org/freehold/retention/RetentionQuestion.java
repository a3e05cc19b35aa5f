package org.freehold.retention;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.freehold.platform.RetentionClass;

/**
 * What would be removed.
 *
 * @param days if data were kept for so many days; those in force when absent
 */
public record RetentionQuestion(@Min(1) @Max(RetentionClass.HUNDRED_YEARS) Integer days) {}
