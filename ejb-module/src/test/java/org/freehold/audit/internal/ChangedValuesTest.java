package org.freehold.audit.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.freehold.engine.transparency.LeafChange;
import org.freehold.platform.Personal;
import org.freehold.platform.Secret;
import org.freehold.platform.UserId;
import org.junit.jupiter.api.Test;

class ChangedValuesTest {
  record Account(
      String label,
      @Personal String email,
      @Secret String password,
      UserId ownerId,
      BigDecimal limit,
      List<String> tags) {}

  private static final UserId ANN = new UserId(UUID.randomUUID());
  private static final UserId BEN = new UserId(UUID.randomUUID());

  private final ChangedValues values =
      new ChangedValues(
          new Account(
              "a", "ann@a.example", "old secret", ANN, new BigDecimal("1.50"), List.of("x")),
          new Account(
              "b", "ben@b.example", "new secret", BEN, new BigDecimal("1.50"), List.of("x", "y")));

  @Test
  void tellsInClearWhatIsNobodysOwn() {
    assertThat(values.changes())
        .contains(
            LeafChange.of("label", "a", "b"),
            LeafChange.of("tags", List.of("x"), List.of("x", "y")))
        .noneMatch(change -> change.path().equals("limit"));
  }

  @Test
  void withholdsWhatIsPersonal() {
    assertThat(values.changes())
        .contains(LeafChange.withheld("email"), LeafChange.withheld("owner_id"));
    assertThat(values.personal())
        .contains(
            new ChangedValues.PersonalValue("chg.old.email", "ann@a.example", null),
            new ChangedValues.PersonalValue(
                "chg.new.owner_id", BEN.value().toString(), BEN.value()));
  }

  @Test
  void neverTellsASecret() {
    assertThat(values.changes().toString() + values.personal())
        .doesNotContain("secret", "password");
  }
}
