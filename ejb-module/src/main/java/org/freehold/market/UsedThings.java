package org.freehold.market;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantDirectory;
import org.freehold.platform.TenantRef;

/**
 * Tells a use with all that it made: on the platform and in its tenant, each in a transaction of
 * its own.
 */
@ApplicationScoped
public class UsedThings {
  @Inject private TemplateUses uses;
  @Inject private ThingMaking inTenant;
  @Inject private TenantDirectory directory;

  public TemplateUseDetails details(TemplateUseId id) {
    TemplateUseDetails use = uses.details(id);
    List<UsedThing> all = new ArrayList<>(use.things());
    TenantRef tenant = directory.byId(use.tenantId()).orElseThrow();
    all.addAll(CurrentCall.within(CallContext.system("market", tenant), () -> inTenant.things(id)));
    return use.with(all);
  }
}
