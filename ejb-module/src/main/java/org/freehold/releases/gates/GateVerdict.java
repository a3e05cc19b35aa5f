package org.freehold.releases.gates;

import java.util.Map;
import java.util.Optional;

/**
 * What a rule says of one gate.
 *
 * @param evidence what it looked at: names and values as on the wire
 * @param refusal null when it lets through
 */
public record GateVerdict(
    Gate gate, GateOutcome outcome, Map<String, Object> evidence, PromotionRefused refusal) {
  public GateVerdict {
    evidence = Map.copyOf(evidence);
  }

  static GateVerdict passed(Gate gate, Map<String, Object> evidence) {
    return new GateVerdict(gate, GateOutcome.PASSED, evidence, null);
  }

  /** There was nothing to ask. */
  static GateVerdict waived(Gate gate, Map<String, Object> evidence) {
    return new GateVerdict(gate, GateOutcome.WAIVED, evidence, null);
  }

  static GateVerdict failed(Gate gate, PromotionRefused refusal) {
    return new GateVerdict(gate, GateOutcome.FAILED, refusal.evidence(), refusal);
  }

  public Optional<PromotionRefused> refused() {
    return Optional.ofNullable(refusal);
  }
}
