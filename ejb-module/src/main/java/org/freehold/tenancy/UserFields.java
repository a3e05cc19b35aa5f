package org.freehold.tenancy;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.freehold.platform.Personal;
import org.freehold.platform.Text;

/**
 * A user as the tenant describes them. The email address names the person and cannot be changed
 * later.
 *
 * @param role a tenant-wide role, by canonical name or alias; member when absent
 */
public record UserFields(
    @NotNull @Email @Size(max = Text.EMAIL) @Personal String email,
    @NotBlank @Size(max = Text.NAME) @Personal String name,
    @Size(max = 100) String role,
    @Size(max = 100) String department,
    Boolean isActive) {
  public UserFields {
    role = role == null ? "member" : role;
    isActive = isActive == null || isActive;
  }
}
