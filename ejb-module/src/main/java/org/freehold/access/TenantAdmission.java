package org.freehold.access;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAllowed;
import org.freehold.platform.NotAudited;
import org.freehold.platform.PublicCall;
import org.freehold.platform.RefusalNotices;
import org.freehold.platform.TenantRef;
import org.freehold.platform.TenantRules;

/** Lets a call into its tenant, or not: when it is open, by its own rules. */
@Stateless
@Guarded
@NotAudited("It decides; what it refuses is on record as access.refused.")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class TenantAdmission {
  @Inject private RefusalNotices notices;
  @Inject private Event<AdmissionBroken> broken;

  /** {@link NotAllowed} when the tenant of the call is pending, or an enforced rule refuses it. */
  @PublicCall
  public void require() {
    CallContext call = CurrentCall.get();
    TenantRef tenant = call.requireTenant();
    if (tenant.isPending()) {
      throw NotAllowed.tenantPending();
    }
    TenantRules rules = tenant.rules();
    for (TenantRules.Broken one : rules.brokenBy(call.ipAddress(), call.actor().personEmail())) {
      NotAllowed refusal = refusal(one.rule());
      if (notices.isNews(call, one)) {
        broken.fire(new AdmissionBroken(one, refusal.code()));
      }
      if (one.refuses()) {
        throw refusal;
      }
    }
  }

  private static NotAllowed refusal(TenantRules.Rule rule) {
    return rule == TenantRules.Rule.IP_ALLOW_LIST
        ? NotAllowed.because(
            "address_not_allowed",
            "The tenant takes no calls from this address.",
            "Call from a network of the tenant; its administrators can add one.")
        : NotAllowed.because(
            "email_domain_not_allowed",
            "The tenant lets in nobody with an email address of this domain.",
            "Use an address of the tenant's; its administrators can add a domain.");
  }
}
