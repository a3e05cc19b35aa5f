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

  record Member(UserId userId, String part) {}

  record Crew(List<Member> members, Member leader) {}

  /** Each under the key of the person it names, so that erasing one keeps the others. */
  @Test
  void withholdsEachOfThoseWhoAreNamedWithin() {
    Member ann = new Member(ANN, "sponsor");
    Member ben = new Member(BEN, "user");
    ChangedValues crew =
        new ChangedValues(new Crew(List.of(ann), null), new Crew(List.of(ann, ben), ann));
    assertThat(crew.changes())
        .containsExactly(LeafChange.withheld("members.1"), LeafChange.withheld("leader.0"));
    assertThat(crew.personal())
        .containsExactly(
            new ChangedValues.PersonalValue("chg.new.members.1", json(ben), BEN.value()),
            new ChangedValues.PersonalValue("chg.new.leader.0", json(ann), ANN.value()));
  }

  private static String json(Member member) {
    return "{\"user_id\":\"%s\",\"part\":\"%s\"}".formatted(member.userId().value(), member.part());
  }

  @Test
  void neverTellsASecret() {
    assertThat(values.changes().toString() + values.personal())
        .doesNotContain("secret", "password");
  }
}
