package org.freehold.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Checks a password; for an unknown account it works just as long. */
@ApplicationScoped
public class PasswordCheck {
  public boolean matches(String password, Optional<SignInRecords.Account> account) {
    String hash = account.map(SignInRecords.Account::passwordHash).orElse(PasswordHash.OF_NOBODY);
    return PasswordHash.matches(password, hash) && account.isPresent();
  }
}
