package org.freehold.web.releases;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What is to be undone.
 *
 * @param releaseId its id, or {@code rel_…}
 * @param environment name or id; absent: the only one that it is in
 * @param reason why; may be absent
 * @param lossPreview the digest of the preview whose losses are accepted, and of each ten rows or a
 *     tenth more; absent: nothing may be lost
 */
public record RollbackRequest(
    @NotBlank @Size(max = 64) String releaseId,
    @Size(min = 1, max = 100) String environment,
    @Size(max = 2000) String reason,
    @Size(max = 20000) String lossPreview) {}
