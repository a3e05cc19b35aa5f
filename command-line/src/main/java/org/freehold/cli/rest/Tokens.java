package org.freehold.cli.rest;

import java.util.Optional;

/** Where a client's access token comes from. */
public interface Tokens {

  /** The token to send; empty when nobody is signed in. */
  Optional<String> current();

  /** The token to send after {@code refused} was not accepted; empty when there is no other. */
  Optional<String> insteadOf(String refused);

  /** One token that somebody else looks after. */
  static Tokens fixed(String token) {
    return new Tokens() {
      @Override
      public Optional<String> current() {
        return Optional.of(token);
      }

      @Override
      public Optional<String> insteadOf(String refused) {
        return Optional.empty();
      }
    };
  }

  /** Of nobody. */
  static Tokens none() {
    return new Tokens() {
      @Override
      public Optional<String> current() {
        return Optional.empty();
      }

      @Override
      public Optional<String> insteadOf(String refused) {
        return Optional.empty();
      }
    };
  }
}
