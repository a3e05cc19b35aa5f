package org.freehold.releases.gates;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.freehold.releases.gates.ApprovalFacts.Given;

/**
 * The rules of the gates that look at what is on record. What is not on record counts as not given:
 * no rule lets through because there was nothing to look at.
 */
public final class GateRules {
  private final String release;
  private final String environment;

  /** Names for what people are told. */
  public GateRules(String release, String environment) {
    this.release = Objects.requireNonNull(release);
    this.environment = Objects.requireNonNull(environment);
  }

  /**
   * Live there now, and for as long as is wanted without a break.
   *
   * @param facts null when there is no environment before that must have it
   */
  public GateVerdict upstream(UpstreamFacts facts, Instant now) {
    if (facts == null) {
      return GateVerdict.waived(Gate.UPSTREAM, Map.of("first_hop", true));
    }
    if (!facts.inPlace()) {
      return GateVerdict.failed(
          Gate.UPSTREAM, PromotionRefused.upstreamNotLive(release, facts.environment()));
    }
    Instant soaked = facts.since().plus(facts.soak());
    if (now.isBefore(soaked)) {
      return GateVerdict.failed(
          Gate.UPSTREAM, PromotionRefused.notSoaked(release, facts.environment(), soaked));
    }
    return GateVerdict.passed(
        Gate.UPSTREAM,
        Map.of(
            "environment", facts.environment(),
            "live_since", facts.since().toString(),
            "soaked_at", soaked.toString()));
  }

  /** One rejection blocks, whoever says it; only different people count as approvers. */
  public GateVerdict approvals(ApprovalFacts facts) {
    Given rejection = facts.rejection().orElse(null);
    if (rejection != null) {
      String by = rejection.by().value().toString();
      return GateVerdict.failed(
          Gate.APPROVALS, PromotionRefused.rejected(release, environment, by));
    }
    List<String> approvers =
        facts.approvers().stream().map(one -> one.value().toString()).sorted().toList();
    if (approvers.size() < facts.required()) {
      return GateVerdict.failed(
          Gate.APPROVALS,
          PromotionRefused.approvalsMissing(
              release, environment, approvers.size(), facts.required()));
    }
    Map<String, Object> evidence =
        Map.of(
            "given", approvers.size(),
            "required", facts.required(),
            "approvers", approvers,
            "manifest_digest", facts.manifestDigest());
    return facts.required() == 0
        ? GateVerdict.waived(Gate.APPROVALS, evidence)
        : GateVerdict.passed(Gate.APPROVALS, evidence);
  }

  /**
   * No freeze is on.
   *
   * @param until when the last of those that are on ends; null when none is
   * @param reason why there is a freeze; null when none is on
   */
  public GateVerdict freeze(Instant until, String reason, Instant now) {
    if (until == null || !now.isBefore(until)) {
      return GateVerdict.passed(Gate.FREEZE, Map.of("asked_at", now.toString()));
    }
    return GateVerdict.failed(
        Gate.FREEZE,
        PromotionRefused.frozen(environment, until, reason == null ? "it is frozen." : reason));
  }
}
