package org.freehold.identity;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.UUID;
import org.freehold.platform.Actor;
import org.freehold.platform.Audited;
import org.freehold.platform.CallContext;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.PublicCall;
import org.freehold.platform.RefusalNotices;

/**
 * Puts on record whom the edge turns away although it knows them: a key that is over, used from
 * elsewhere or for another tenant, somebody who names a tenant that they are not in, a visitor of a
 * portal who leaves it.
 */
@Stateless
@Guarded
public class TurnedAway {
  private static final int LONGEST = 100;

  /**
   * What was asked for.
   *
   * @param tenant the slug or host name; null when the request names none
   */
  record Asked(String tenant) {}

  @Inject private TenantNaming naming;
  @Inject private RefusalNotices notices;
  @Inject private ChangeLog changes;

  /** Of the current caller, in the tenant of the current call; once an hour for each reason. */
  @PublicCall
  @Audited(value = "access.refused", complianceRelevant = true)
  public void record(String code, TenantHints hints) {
    CallContext call = CurrentCall.get();
    if (notices.isNews(call, code)) {
      boolean key = call.actor().kind() == Actor.Kind.API_KEY;
      UUID id = key ? call.actor().id() : call.tenantId().value();
      changes.about(key ? "api_key" : "tenant", id).after(new Asked(asked(hints))).refused(code);
    } else {
      changes.nothingChanged();
    }
  }

  private String asked(TenantHints hints) {
    String slug = NamedTenant.agreed(hints.header(), hints.path());
    String asked = slug == null ? hints.host() : slug;
    return asked.length() <= LONGEST ? asked : asked.substring(0, LONGEST);
  }
}
