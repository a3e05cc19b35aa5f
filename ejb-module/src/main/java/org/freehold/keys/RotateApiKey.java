package org.freehold.keys;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * How a key is rotated.
 *
 * @param overlapSeconds for how long the old key is still taken, a week at the most; revoked at
 *     once when absent
 */
public record RotateApiKey(@Min(0) @Max(604_800) Integer overlapSeconds) {}
