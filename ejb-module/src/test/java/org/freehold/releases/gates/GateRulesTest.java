package org.freehold.releases.gates;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.freehold.platform.UserId;
import org.freehold.releases.approvals.ApprovalDecision;
import org.freehold.releases.gates.ApprovalFacts.Given;
import org.junit.jupiter.api.Test;

class GateRulesTest {
  private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
  private static final UserId AUTHOR = new UserId(new UUID(0, 1));
  private static final UserId REQUESTER = new UserId(new UUID(0, 2));
  private static final UserId ADA = new UserId(new UUID(0, 3));
  private static final UserId BEN = new UserId(new UUID(0, 4));
  private static final String DIGEST = "sha256:aa";
  private static final String OTHER_DIGEST = "sha256:bb";

  private final GateRules rules = new GateRules("rel_20260115_1200", "production");

  @Test
  void asksNobodyUpstreamOnTheFirstHop() {
    GateVerdict verdict = rules.upstream(null, NOW);
    assertThat(verdict.outcome()).isEqualTo(GateOutcome.WAIVED);
    assertThat(verdict.refused()).isEmpty();
  }

  @Test
  void refusesWhatIsNotLiveUpstream() {
    UpstreamFacts facts = new UpstreamFacts("staging", false, null, Duration.ZERO);
    assertRefused(
        rules.upstream(facts, NOW), "upstream_not_live", Map.of("environment", "staging"));
  }

  @Test
  void refusesUntilTheLastMomentOfTheSoak() {
    UpstreamFacts facts =
        new UpstreamFacts("staging", true, NOW.minus(Duration.ofMinutes(60)), Duration.ofHours(1));
    assertRefused(
        rules.upstream(facts, NOW.minusMillis(1)),
        "not_soaked",
        Map.of("environment", "staging", "soaked_at", NOW.toString()));
    assertThat(rules.upstream(facts, NOW).outcome()).isEqualTo(GateOutcome.PASSED);
  }

  @Test
  void countsOtherPeopleOnly() {
    List<Given> given =
        List.of(approved(AUTHOR), approved(REQUESTER), approved(ADA), approved(ADA));
    assertRefused(
        rules.approvals(facts(2, false, given)),
        "approvals_missing",
        Map.of("given", 1, "required", 2));
    GateVerdict verdict = rules.approvals(facts(1, false, given));
    assertThat(verdict.outcome()).isEqualTo(GateOutcome.PASSED);
    assertThat(verdict.evidence()).containsEntry("approvers", List.of(ADA.value().toString()));
  }

  @Test
  void countsThemselvesWhereThePolicyAllowsIt() {
    assertThat(rules.approvals(facts(1, true, List.of(approved(REQUESTER)))).refused()).isEmpty();
    assertThat(rules.approvals(facts(1, true, List.of(approved(AUTHOR)))).refused()).isEmpty();
  }

  @Test
  void aMissingApprovalNeverCountsAsGiven() {
    assertRefused(
        rules.approvals(facts(1, true, List.of())),
        "approvals_missing",
        Map.of("given", 0, "required", 1));
  }

  @Test
  void approvalsOfAnotherPlanFallAway() {
    Given old = new Given(ADA, ApprovalDecision.APPROVED, OTHER_DIGEST, true);
    assertThat(rules.approvals(facts(1, false, List.of(old))).refused()).isPresent();
    Given rejection = new Given(ADA, ApprovalDecision.REJECTED, OTHER_DIGEST, true);
    assertThat(rules.approvals(facts(1, false, List.of(rejection, approved(BEN)))).refused())
        .isEmpty();
  }

  @Test
  void oneRejectionBlocksWhateverIsApproved() {
    Given rejection = new Given(BEN, ApprovalDecision.REJECTED, DIGEST, true);
    Map<String, Object> members = Map.of("rejected_by", BEN.value().toString());
    assertRefused(
        rules.approvals(facts(1, false, List.of(approved(ADA), rejection))), "rejected", members);
    assertRefused(rules.approvals(facts(0, false, List.of(rejection))), "rejected", members);
  }

  /** Fail closed: a signature that does not hold takes an approval away, never a rejection. */
  @Test
  void whatIsNotVerifiedApprovesNothingAndStillRejects() {
    Given forged = new Given(ADA, ApprovalDecision.APPROVED, DIGEST, false);
    assertThat(rules.approvals(facts(1, false, List.of(forged))).refused()).isPresent();
    Given rejection = new Given(BEN, ApprovalDecision.REJECTED, DIGEST, false);
    assertThat(rules.approvals(facts(0, false, List.of(rejection))).refused()).isPresent();
  }

  @Test
  void saysThatNobodyWasAskedWhereNoApprovalIsWanted() {
    assertThat(rules.approvals(facts(0, false, List.of())).outcome()).isEqualTo(GateOutcome.WAIVED);
  }

  @Test
  void refusesDuringAFreezeAndNotAfterIt() {
    assertRefused(
        rules.freeze(NOW, "Sale", NOW.minusSeconds(1)),
        "frozen",
        Map.of("until", NOW.toString(), "reason", "Sale"));
    assertThat(rules.freeze(NOW, "Sale", NOW).refused()).isEmpty();
    assertThat(rules.freeze(null, null, NOW).refused()).isEmpty();
  }

  private static void assertRefused(GateVerdict verdict, String code, Map<String, Object> members) {
    assertThat(verdict.outcome()).isEqualTo(GateOutcome.FAILED);
    PromotionRefused refusal = verdict.refused().orElseThrow();
    assertThat(refusal.status()).isEqualTo(409);
    assertThat(refusal.code()).isEqualTo(code);
    assertThat(refusal.members()).isEqualTo(members);
    assertThat(verdict.evidence()).containsEntry("code", code).containsAllEntriesOf(members);
  }

  private static Given approved(UserId by) {
    return new Given(by, ApprovalDecision.APPROVED, DIGEST, true);
  }

  private static ApprovalFacts facts(int required, boolean self, List<Given> given) {
    return new ApprovalFacts(required, self, DIGEST, Set.of(AUTHOR), REQUESTER, given);
  }
}
