package org.freehold.retention.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.freehold.audit.archive.ExpiredMonth;
import org.freehold.platform.Conflict;
import org.freehold.platform.TenantId;
import org.freehold.platform.UserId;
import org.freehold.retention.LegalHoldFields;
import org.freehold.retention.PlanStatus;
import org.junit.jupiter.api.Test;

/** What two people are needed for, and where a plan goes from where. */
class RetentionPlanTest {
  private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");
  private static final TenantId TENANT = new TenantId(UUID.randomUUID());
  private static final UserId ONE = new UserId(UUID.randomUUID());
  private static final UserId OTHER = new UserId(UUID.randomUUID());
  private static final ExpiredMonth MONTH = new ExpiredMonth(LocalDate.of(2015, 3, 1), 10, 2);

  private static RetentionPlan plan(boolean needsApproval) {
    RetentionPlan plan = new RetentionPlan(TENANT, "audit_events", MONTH, NOW);
    plan.plan(MONTH, 2557, needsApproval);
    return plan;
  }

  @Test
  void aPlanThatNeedsNobodyIsApproved() {
    assertThat(plan(false).status()).isEqualTo(PlanStatus.APPROVED);
    assertThatThrownBy(() -> plan(false).decide(true, null, ONE, null, NOW))
        .isInstanceOfSatisfying(
            Conflict.class, problem -> assertThat(problem.code()).isEqualTo("plan_decided"));
  }

  @Test
  void whoeverLetThePolicyRemoveMoreDoesNotApproveAndMayReject() {
    RetentionPlan plan = plan(true);
    assertThatThrownBy(() -> plan.decide(true, null, ONE, ONE, NOW))
        .isInstanceOfSatisfying(
            Conflict.class,
            problem -> assertThat(problem.code()).isEqualTo("second_person_required"));
    plan.decide(false, "Not yet", ONE, ONE, NOW);
    assertThat(plan.status()).isEqualTo(PlanStatus.REJECTED);
    assertThatThrownBy(() -> plan.decide(false, null, OTHER, ONE, NOW))
        .isInstanceOf(Conflict.class);
    plan.decide(true, null, OTHER, ONE, NOW);
    assertThat(plan.status()).isEqualTo(PlanStatus.APPROVED);
  }

  @Test
  void aMonthThatIsGoneIsOpenAgainWhenAHoldKeptSomeOfIt() {
    RetentionPlan plan = plan(false);
    assertThat(plan.isOpenAgain(MONTH)).as("it is still open").isFalse();
    plan.certified();
    plan.removing(8);
    plan.removed(NOW);
    assertThat(plan.isOpenAgain(new ExpiredMonth(MONTH.month(), 2, 2))).isFalse();
    assertThat(plan.isOpenAgain(new ExpiredMonth(MONTH.month(), 2, 0))).isTrue();
  }

  @Test
  void whatNobodyApprovedWaitsWhenTheRuleChangedAndWhatWaitsGoesOnWaiting() {
    RetentionPlan plan = plan(false);
    plan.lookAgain(MONTH, 2557, false);
    assertThat(plan.status()).isEqualTo(PlanStatus.APPROVED);
    plan.lookAgain(MONTH, 2557, true);
    assertThat(plan.status()).isEqualTo(PlanStatus.WAITING);
    plan.lookAgain(MONTH, 3000, false);
    assertThat(plan.status()).isEqualTo(PlanStatus.WAITING);
    assertThat(plan.details().days()).isEqualTo(3000);
  }

  @Test
  void whatWasApprovedWaitsAgainWhenMoreOfItWouldGo() {
    RetentionPlan plan = plan(true);
    plan.decide(true, null, OTHER, ONE, NOW);
    plan.lookAgain(MONTH, 2557, true);
    assertThat(plan.status()).isEqualTo(PlanStatus.APPROVED);
    plan.lookAgain(new ExpiredMonth(MONTH.month(), 10, 0), 2557, true);
    assertThat(plan.status()).isEqualTo(PlanStatus.WAITING);
    assertThat(plan.details().decidedBy()).isNull();
  }

  @Test
  void whatIsKeptAfterAllIsWithdrawnAndPlannedAgainWhenItExpires() {
    RetentionPlan plan = plan(true);
    plan.withdraw();
    assertThatThrownBy(() -> plan.decide(true, null, OTHER, ONE, NOW)).isInstanceOf(Conflict.class);
    assertThat(plan.isOpenAgain(MONTH)).isTrue();
    plan.certified();
    assertThat(plan.isUndone()).as("certified").isFalse();
  }

  @Test
  void aPolicyRemembersWhoLetMoreGoAndNotWhoWroteItLast() {
    RetentionPolicy policy = new RetentionPolicy(TENANT, "audit_events");
    policy.say(2557, 2557, true, OTHER, NOW);
    assertThat(policy.loosenedBy()).isNull();
    policy.say(2557, 400, true, ONE, NOW);
    policy.say(400, 500, true, OTHER, NOW);
    assertThat(policy.loosenedBy()).isEqualTo(ONE);
    assertThat(policy.updatedBy()).isEqualTo(OTHER);
    policy.say(500, 500, false, OTHER, NOW);
    assertThat(policy.loosenedBy()).isEqualTo(OTHER);
  }

  @Test
  void whoeverPlacedAHoldDoesNotReleaseItAndNobodyDoesTwice() {
    LegalHold hold =
        new LegalHold(
            TENANT, new LegalHoldFields("Case", "Order", null, null, null, null, null), ONE, NOW);
    assertThatThrownBy(() -> hold.release("Over", ONE, NOW))
        .isInstanceOfSatisfying(
            Conflict.class,
            problem -> assertThat(problem.code()).isEqualTo("second_person_required"));
    assertThat(hold.details().active()).isTrue();
    hold.release("Over", OTHER, NOW);
    assertThat(hold.details().active()).isFalse();
    assertThatThrownBy(() -> hold.release("Over", OTHER, NOW))
        .isInstanceOfSatisfying(
            Conflict.class, problem -> assertThat(problem.code()).isEqualTo("hold_released"));
  }
}
