package org.freehold.tenancy;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.freehold.platform.DomainName;
import org.freehold.platform.RuleMode;

/**
 * Of which domains the email addresses of a tenant's people must be.
 *
 * @param domains themselves, not those below them
 */
public record EmailDomains(
    RuleMode mode, @Size(max = 100) List<@NotNull @DomainName String> domains) {
  public static final EmailDomains OFF = new EmailDomains(null, null);

  public EmailDomains {
    mode = mode == null ? RuleMode.OFF : mode;
    domains = domains == null ? List.of() : domains;
  }
}
