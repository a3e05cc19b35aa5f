package org.freehold.environments;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What must be true before a release gets into an environment.
 *
 * @param approvals how many people must approve; 0 when absent
 * @param allowSelfApproval whether who prepared or asked may approve; false when absent
 * @param soakMinutes how long a release must be live here before it may go on; 0 when absent
 * @param freeze none when absent
 * @param tombstoneDays how long what was dropped is kept; 30 when absent
 */
public record EnvironmentPolicy(
    @Min(0) @Max(20) Integer approvals,
    Boolean allowSelfApproval,
    @Min(0) @Max(43_200) Integer soakMinutes,
    @Size(max = 100) List<@NotNull @Valid FreezeWindow> freeze,
    @Min(1) @Max(3650) Integer tombstoneDays) {
  private static final int TOMBSTONE_DAYS = 30;

  /** Nothing is asked. */
  public static final EnvironmentPolicy OPEN = new EnvironmentPolicy(null, null, null, null, null);

  public EnvironmentPolicy {
    approvals = approvals == null ? Integer.valueOf(0) : approvals;
    allowSelfApproval = allowSelfApproval != null && allowSelfApproval;
    soakMinutes = soakMinutes == null ? Integer.valueOf(0) : soakMinutes;
    freeze = freeze == null ? List.of() : freeze;
    tombstoneDays = tombstoneDays == null ? Integer.valueOf(TOMBSTONE_DAYS) : tombstoneDays;
  }

  /** When the last of the freezes that are on now ends; empty when promotions go on. */
  public Optional<Instant> frozenUntil(Instant now) {
    return freeze.stream()
        .flatMap(window -> window.frozenUntil(now).stream())
        .max(Instant::compareTo);
  }

  /** The freezes that are on now. */
  public List<FreezeWindow> frozenBy(Instant now) {
    return freeze.stream().filter(window -> window.frozenUntil(now).isPresent()).toList();
  }
}
