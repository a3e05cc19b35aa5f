package org.freehold.domains;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.freehold.domains.internal.TxtLookup;

/** Verifies a domain: a permit, a look into DNS in no transaction, and what follows from it. */
@ApplicationScoped
public class DomainVerification {
  @Inject private Domains domains;
  @Inject private TxtLookup dns;

  /** {@link DomainNotVerified} or {@link DnsUnavailable} when it is not proved. */
  public DomainDetails verify(DomainId id) {
    DomainProof proof = domains.permitVerification(id);
    return domains.verified(id, dns.at(proof.txtName()));
  }
}
