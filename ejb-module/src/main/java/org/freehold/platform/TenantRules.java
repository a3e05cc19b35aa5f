package org.freehold.platform;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.freehold.engine.access.condition.IpAddress;
import org.freehold.engine.access.condition.Network;

/**
 * Whom a tenant lets in, whatever they may do there: calls from some addresses, people with email
 * addresses of some domains. Both must agree.
 */
public record TenantRules(Addresses addresses, EmailDomains emailDomains) {
  /** Lets everybody in. */
  public static final TenantRules NONE =
      new TenantRules(
          new Addresses(RuleMode.OFF, List.of()), new EmailDomains(RuleMode.OFF, Set.of()));

  /** The rules that there are. */
  public enum Rule {
    IP_ALLOW_LIST,
    EMAIL_DOMAINS
  }

  /** A call does not fit a rule, which refuses it or only says so. */
  public record Broken(Rule rule, RuleMode mode) {
    public boolean refuses() {
      return mode == RuleMode.ENFORCED;
    }
  }

  public TenantRules {
    Objects.requireNonNull(addresses);
    Objects.requireNonNull(emailDomains);
  }

  /** Whether nobody needs to be asked anything. */
  public boolean off() {
    return addresses.mode() == RuleMode.OFF && emailDomains.mode() == RuleMode.OFF;
  }

  /** Which rules a call from this address, by the person with this email address, does not fit. */
  public List<Broken> brokenBy(String address, String email) {
    return Stream.of(addresses.brokenBy(address), emailDomains.brokenBy(email))
        .flatMap(Optional::stream)
        .toList();
  }

  /** The networks that calls come from. */
  public record Addresses(RuleMode mode, List<Network> networks) {
    public Addresses {
      networks = List.copyOf(networks);
    }

    /** An address that cannot be read is in no network. */
    Optional<Broken> brokenBy(String address) {
      if (mode == RuleMode.OFF) {
        return Optional.empty();
      }
      Optional<IpAddress> read = Optional.ofNullable(address).flatMap(IpAddress::parse);
      boolean fits = read.isPresent() && networks.stream().anyMatch(n -> n.contains(read.get()));
      return fits ? Optional.empty() : Optional.of(new Broken(Rule.IP_ALLOW_LIST, mode));
    }
  }

  /** The domains of people's email addresses, in lower case; not those below them. */
  public record EmailDomains(RuleMode mode, Set<String> domains) {
    public EmailDomains {
      domains = Set.copyOf(domains);
    }

    /** {@code email} in lower case. */
    public Optional<Broken> brokenBy(String email) {
      boolean fits =
          mode == RuleMode.OFF
              || email != null && domains.contains(email.substring(email.lastIndexOf('@') + 1));
      return fits ? Optional.empty() : Optional.of(new Broken(Rule.EMAIL_DOMAINS, mode));
    }

    public boolean admits(String email) {
      return brokenBy(email).filter(Broken::refuses).isEmpty();
    }
  }
}
