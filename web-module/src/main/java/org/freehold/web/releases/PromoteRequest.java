package org.freehold.web.releases;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What is to be promoted.
 *
 * @param releaseId its id, or {@code rel_…}
 * @param toEnv name or id; absent: the only one that it has an open plan for
 * @param waiveBackup why it may go without a backup that would be too large; absent: it may not
 */
public record PromoteRequest(
    @NotBlank @Size(max = 64) String releaseId,
    @Size(min = 1, max = 100) String toEnv,
    @Size(min = 1, max = 1000) String waiveBackup) {}
