package org.freehold.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHashTest {
  @Test
  void matchesThePasswordAndNoOther() {
    String hash = PasswordHash.of("correct horse battery");
    assertThat(PasswordHash.matches("correct horse battery", hash)).isTrue();
    assertThat(PasswordHash.matches("correct horse batterz", hash)).isFalse();
  }

  @Test
  void carriesItsParametersAndASaltOfItsOwn() {
    String one = PasswordHash.of("the same");
    String other = PasswordHash.of("the same");
    assertThat(one).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").isNotEqualTo(other);
  }

  /**
   * The test vector of RFC 9106 §5.3 without secret and associated data, as the argon2 tool makes
   * it.
   */
  @Test
  void verifiesWhatTheReferenceImplementationMade() {
    String reference =
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    assertThat(PasswordHash.matches("password", reference)).isTrue();
    assertThat(PasswordHash.matches("Password", reference)).isFalse();
  }
}
