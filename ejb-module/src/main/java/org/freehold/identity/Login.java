package org.freehold.identity;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.freehold.platform.Personal;
import org.freehold.platform.Secret;
import org.freehold.platform.Text;

/**
 * Asks to sign in.
 *
 * @param totp the six digits of an authenticator; taken and not asked for until a second factor can
 *     be set up
 */
public record Login(
    @NotNull @Size(min = 1, max = Text.EMAIL) @Personal String email,
    @NotNull @Size(min = 1, max = 128) @Secret String password,
    @Pattern(regexp = "[0-9]{6}") @Secret String totp) {}
