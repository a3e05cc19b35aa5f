package org.freehold.domains.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import org.freehold.domains.DnsUnavailable;
import org.freehold.domains.DomainId;
import org.freehold.domains.DomainProof;
import org.freehold.domains.DomainUpkeep;
import org.freehold.platform.work.NotNow;
import org.freehold.platform.work.WorkHandler;
import org.freehold.platform.work.WorkItem;

/** Looks at a verified domain when its time has come. */
@ApplicationScoped
public class DomainWork implements WorkHandler {
  private static final Logger LOG = System.getLogger(DomainWork.class.getName());
  private static final Duration LATER = Duration.ofHours(1);

  @Inject private DomainUpkeep upkeep;
  @Inject private TxtLookup dns;

  @Override
  public String kind() {
    return DomainRechecks.KIND;
  }

  @Override
  public void handle(WorkItem item) throws NotNow {
    DomainId id = new DomainId(item.subject());
    Optional<DomainProof> proof = upkeep.proof(id);
    if (proof.isEmpty()) {
      return;
    }
    try {
      if (upkeep.looked(id, dns.at(proof.get().txtName()))) {
        upkeep.lapse(id);
      }
    } catch (DnsUnavailable e) {
      // Nothing was learned, so nothing changes: an outage of DNS must take nobody's domain away.
      LOG.log(Level.INFO, e.getMessage());
      throw new NotNow(LATER);
    }
  }
}
