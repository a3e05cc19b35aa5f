package org.freehold.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import org.freehold.launcher.database.DatabaseLogin;
import org.freehold.launcher.folder.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideDatabaseTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://db.example:5433/freehold",
        "postgres://db.example:5433/freehold",
        "jdbc:postgresql://db.example:5433/freehold",
        "postgresql://dba:secret@db.example:5433/freehold",
        "jdbc:postgresql://db.example:5433/freehold?user=dba&password=secret"
      })
  void readsEveryCommonSpellingAndKeepsTheLoginOutOfTheAddress(String url) {
    DatabaseLogin login = OutsideDatabase.login(url, Optional.of("dba"), Optional.of("secret"));
    assertThat(login)
        .isEqualTo(
            new DatabaseLogin("jdbc:postgresql://db.example:5433/freehold", "dba", "secret"));
  }

  @Test
  void takesTheLoginFromTheAddressWhenThereIsNoOther() {
    DatabaseLogin login =
        OutsideDatabase.login(
            "postgresql://dba:secret@db.example/freehold?sslmode=require",
            Optional.empty(),
            Optional.empty());
    assertThat(login.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example/freehold?sslmode=require");
    assertThat(login.user()).isEqualTo("dba");
    assertThat(login.password()).isEqualTo("secret");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mysql://host/db",
        "postgresql://nodatabase",
        "postgresql:///db",
        "not an address"
      })
  void refusesWhatIsNoAddressWithoutRepeatingIt(String url) {
    assertThatThrownBy(() -> OutsideDatabase.login(url, Optional.of("dba"), Optional.of("secret")))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("FREEHOLD_DATABASE_URL")
        .hasMessageNotContaining(url);
  }

  @Test
  void refusesAnAddressWithoutAUser() {
    assertThatThrownBy(
            () -> OutsideDatabase.login("postgresql://host/db", Optional.empty(), Optional.empty()))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("FREEHOLD_DATABASE_USER");
  }

  @Test
  void isNotThereUnlessNamed() {
    assertThat(OutsideDatabase.administrator(new Environment(Map.of()))).isEmpty();
    assertThat(OutsideDatabase.administrator(new Environment(Map.of("FREEHOLD_DATABASE_URL", " "))))
        .isEmpty();
  }

  @Test
  void keepsPasswordsOutOfLogs() {
    assertThat(new DatabaseLogin("jdbc:postgresql://h/d", "dba", "secret").toString())
        .doesNotContain("secret");
  }
}
