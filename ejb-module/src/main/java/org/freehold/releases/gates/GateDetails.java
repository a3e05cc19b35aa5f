package org.freehold.releases.gates;

import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.Map;

/**
 * How a deployment fared at one gate.
 *
 * @param evidence what was looked at: names and values that depend on the gate
 * @param at when it was asked: of a deployment that waits, now
 */
public record GateDetails(
    Gate gate, GateOutcome outcome, Map<String, JsonValue> evidence, Instant at) {}
