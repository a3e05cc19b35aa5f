package org.freehold.tenancy;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.freehold.platform.Personal;
import org.freehold.platform.Secret;
import org.freehold.platform.Text;

/**
 * Asks for a person to become a user of the tenant.
 *
 * @param password a first password (12 to 128 characters) for a person who is new; never replaces
 *     one
 */
public record AddUser(
    @NotNull @Email @Size(max = Text.EMAIL) @Personal String email,
    @NotBlank @Size(max = Text.NAME) @Personal String name,
    @Size(max = 100) String role,
    @Size(max = 100) String department,
    Boolean isActive,
    @Size(min = 12, max = 128) @Secret String password) {
  public UserFields fields() {
    return new UserFields(email, name, role, department, isActive);
  }
}
