package org.freehold.access.explain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.freehold.engine.access.Decision;

/**
 * Why a decision comes out as it does.
 *
 * @param version of what decides over access in the tenant; grows with each change
 * @param resource null when it is about none
 * @param refusal what was decided then; null unless an earlier decision is explained
 * @param reasons all that spoke for it or against it
 * @param reported report-only policies that apply; told to who may read policies
 * @param ways of a refusal the smallest changes that would allow it, each a list of changes that
 *     are needed together; empty when none was found
 */
public record AccessExplanation(
    Decision decision,
    long version,
    AccessQuestion.Whom subject,
    String permission,
    AccessQuestion.Thing resource,
    AccessQuestion.Surroundings environment,
    Refusal refusal,
    List<ExplainedReason> reasons,
    List<Reported> reported,
    List<List<ExplainedChange>> ways) {

  /**
   * An earlier decision.
   *
   * @param decision as it was told then
   * @param version of what decided then
   * @param decisionNow if the same were asked at this moment, from the same address
   */
  public record Refusal(
      UUID decisionId, Instant time, Decision decision, long version, Decision decisionNow) {}

  /** A policy by its name. */
  public record PolicyName(UUID id, String name) {}

  /**
   * Who holds a role or is to be given one.
   *
   * @param type {@code user}, {@code team} or {@code api_key}
   */
  public record Holder(String type, UUID id) {}

  /**
   * A policy that only reports.
   *
   * @param wouldBe the decision if it did what it says
   */
  public record Reported(PolicyName policy, Decision wouldBe) {}
}
