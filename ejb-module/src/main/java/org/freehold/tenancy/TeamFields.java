package org.freehold.tenancy;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.freehold.platform.Text;
import org.freehold.platform.UserId;

/**
 * A team as the tenant describes it.
 *
 * @param name unique in the tenant
 * @param managerId a user of the tenant, who becomes a member with the role manager; null: nobody
 */
public record TeamFields(
    @NotBlank @Size(max = Text.NAME) String name,
    @Size(max = Text.DESCRIPTION) String description,
    @Size(max = 100) String department,
    UserId managerId) {}
