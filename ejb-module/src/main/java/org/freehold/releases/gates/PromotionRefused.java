package org.freehold.releases.gates;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.freehold.platform.Problem;

/**
 * A gate does not let the release through; the code says which, the members say what is missing.
 */
public final class PromotionRefused extends Problem {
  private PromotionRefused(String code, String detail, String hint, Map<String, Object> members) {
    super(409, code, "Conflict", detail, hint);
    members.forEach(this::member);
  }

  static PromotionRefused upstreamNotLive(String release, String upstream) {
    return new PromotionRefused(
        "upstream_not_live",
        "The release " + release + " is not live in " + upstream + ".",
        "Promote it there first.",
        Map.of("environment", upstream));
  }

  static PromotionRefused notSoaked(String release, String upstream, Instant soakedAt) {
    return new PromotionRefused(
        "not_soaked",
        "The release " + release + " has not been live in " + upstream + " for long enough.",
        "Promote it again after soaked_at, if it stays live until then.",
        Map.of("environment", upstream, "soaked_at", soakedAt.toString()));
  }

  static PromotionRefused rejected(String release, String environment, String by) {
    return new PromotionRefused(
        "rejected",
        "The release " + release + " was rejected for " + environment + ".",
        "GET /api/releases/{id}/approvals tells why; prepare it again when that is settled.",
        Map.of("rejected_by", by));
  }

  static PromotionRefused approvalsMissing(
      String release, String environment, int given, int required) {
    return new PromotionRefused(
        "approvals_missing",
        "The release "
            + release
            + " needs "
            + required
            + (required == 1 ? " approval for " : " approvals for ")
            + environment
            + " and has "
            + given
            + ".",
        "Somebody with releases:approve who neither prepared it nor asks for the promotion approves"
            + " with POST /api/releases/{id}/approve.",
        Map.of("given", given, "required", required));
  }

  static PromotionRefused frozen(String environment, Instant until, String reason) {
    return new PromotionRefused(
        "frozen",
        "Nothing is promoted to " + environment + " now: " + reason,
        "Promote it again after until.",
        Map.of("until", until.toString(), "reason", reason));
  }

  /** What the members say. */
  Map<String, Object> evidence() {
    Map<String, Object> said = new TreeMap<>(members());
    said.put("code", code());
    return said;
  }
}
