package org.freehold.retention;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * What would be removed.
 *
 * @param days if data were kept for so many days; those in force when absent
 */
public record RetentionQuestion(@Min(1) @Max(36_525) Integer days) {}
