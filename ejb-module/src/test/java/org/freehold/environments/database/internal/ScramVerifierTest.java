package org.freehold.environments.database.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class ScramVerifierTest {
  /** The example of RFC 7677, section 3. */
  @Test
  void isWhatTheStandardSays() {
    byte[] salt = Base64.getDecoder().decode("W22ZaJ0SNY7soEsUEjb6gQ==");
    assertThat(ScramVerifier.of("pencil", salt))
        .isEqualTo(
            "SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY="
                + ":wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=");
  }

  @Test
  void isAnotherEachTime() {
    assertThat(ScramVerifier.of("pencil")).isNotEqualTo(ScramVerifier.of("pencil"));
  }
}
