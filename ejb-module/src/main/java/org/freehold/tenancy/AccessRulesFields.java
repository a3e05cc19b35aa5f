package org.freehold.tenancy;

import jakarta.validation.Valid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.freehold.engine.access.condition.Network;
import org.freehold.platform.Invalid;
import org.freehold.platform.Problem.Fault;
import org.freehold.platform.RuleMode;
import org.freehold.platform.TenantRules;

/** Whom a tenant lets in; what is absent is off. */
public record AccessRulesFields(@Valid IpAllowList ipAllowList, @Valid EmailDomains emailDomains) {
  public static final AccessRulesFields NONE = new AccessRulesFields(null, null);

  public AccessRulesFields {
    ipAllowList = ipAllowList == null ? IpAllowList.OFF : ipAllowList;
    emailDomains = emailDomains == null ? EmailDomains.OFF : emailDomains;
  }

  /**
   * {@link Invalid} for a network with bits beyond its prefix, and for a rule that would let nobody
   * in.
   */
  public void requireSound() {
    List<Fault> faults = new ArrayList<>();
    List<String> networks = ipAllowList.networks();
    for (int i = 0; i < networks.size(); i++) {
      if (Network.parse(networks.get(i)).isEmpty()) {
        faults.add(
            new Fault(
                "/ip_allow_list/networks/" + i,
                "ip_range",
                "There are bits beyond the length of the prefix; write 10.0.0.0/8 for 10.0.0.1/8."));
      }
    }
    lettingSomebodyIn(ipAllowList.mode(), networks, "/ip_allow_list/networks")
        .ifPresent(faults::add);
    lettingSomebodyIn(emailDomains.mode(), emailDomains.domains(), "/email_domains/domains")
        .ifPresent(faults::add);
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }

  private static Optional<Fault> lettingSomebodyIn(
      RuleMode mode, List<String> entries, String pointer) {
    return mode == RuleMode.OFF || !entries.isEmpty()
        ? Optional.empty()
        : Optional.of(new Fault(pointer, "required", "An empty list would let nobody in."));
  }

  /** Ready to be asked; they must be sound. */
  public TenantRules compiled() {
    boolean listed = ipAllowList.mode() != RuleMode.OFF;
    List<Network> networks =
        listed
            ? ipAllowList.networks().stream()
                .map(text -> Network.parse(text).orElseThrow())
                .toList()
            : List.of();
    Set<String> domains = emailDomains.domains().stream().collect(Collectors.toSet());
    return new TenantRules(
        new TenantRules.Addresses(ipAllowList.mode(), networks),
        new TenantRules.EmailDomains(emailDomains.mode(), domains));
  }
}
