package org.freehold.limits;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import org.freehold.limits.internal.ApiCallGate;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.PublicCall;
import org.freehold.platform.TenantRef;

/** Counts the calls of the API that a tenant's users and keys make, within its plan. */
@Stateless
@Guarded
@NotAudited("It counts calls.")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class ApiCalls {
  @Inject private ApiCallGate gate;

  /** {@link org.freehold.platform.QuotaExceeded} when the month's calls are used up. */
  @PublicCall
  public void count(TenantRef tenant) {
    gate.pass(tenant);
  }
}
