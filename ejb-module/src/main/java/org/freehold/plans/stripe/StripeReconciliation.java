package org.freehold.plans.stripe;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.freehold.plans.stripe.internal.StripeFailure;
import org.freehold.plans.stripe.internal.StripeSettings;
import org.freehold.plans.stripe.internal.StripeTalks;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantId;
import org.freehold.platform.work.NotNow;

/**
 * Compares what is here with what Stripe has, for whatever no event told. An EJB because other
 * modules call it.
 */
@Stateless
@Guarded
@NotAudited("It compares rows with Stripe; what differs is mended by work that is on record.")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class StripeReconciliation {
  private static final Logger LOG = System.getLogger(StripeReconciliation.class.getName());

  @Inject private StripeSettings settings;
  @Inject private StripeTalks talks;
  @Inject private StripeUpkeep upkeep;

  /** What a comparison came to. */
  public enum Outcome {
    SAME,
    CORRECTED,
    UNREACHABLE,
    FAILED
  }

  @SystemCall
  public boolean isConfigured() {
    return settings.isConfigured();
  }

  /** The next hundred tenants that are customers of Stripe; from the first when null. */
  @SystemCall
  public List<TenantId> customersAfter(TenantId last) {
    return upkeep.customersAfter(last);
  }

  /** For the tenant of the call. */
  @SystemCall
  public Outcome compare() {
    try {
      return talks.look() ? Outcome.CORRECTED : Outcome.SAME;
    } catch (NotNow changing) {
      // Whoever changes it just now looks as well.
      return Outcome.SAME;
    } catch (StripeFailure failure) {
      return Outcome.UNREACHABLE;
    } catch (RuntimeException broken) {
      // Else the others would never be compared.
      LOG.log(
          Level.ERROR,
          "Tenant " + CurrentCall.tenantId().value() + " could not be compared with Stripe",
          broken);
      return Outcome.FAILED;
    }
  }

  @SystemCall
  public int forgetEvents() {
    return upkeep.forgetEvents();
  }
}
