package org.freehold.releases.approvals;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What somebody says of a release for an environment.
 *
 * @param environment its name or id
 * @param comment why; none when absent
 * @param signature of the approver's registered key over what {@code GET
 *     /api/releases/{id}/statement} answers as {@code pae}, in base64; needed from whoever has
 *     registered a key, and taken from nobody else
 */
public record ApprovalFields(
    @NotBlank @Size(max = 100) String environment,
    @Size(max = 2000) String comment,
    @Size(max = 200) String signature) {}
