package org.freehold.component;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.freehold.platform.CallContext;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantDirectory;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantRef;
import org.freehold.platform.UserId;
import org.freehold.platform.work.LeasedWork;
import org.freehold.tenancy.CreateTenant;
import org.freehold.tenancy.TenantDetails;
import org.freehold.tenancy.TenantTier;
import org.freehold.tenancy.Tenants;

/** Makes tenants as an operator would, and has leased work set them up. */
@ApplicationScoped
public class SampleTenants {
  @Inject private Tenants tenants;
  @Inject private TenantDirectory directory;
  @Inject private LeasedWork work;

  SampleTenant create(String name) throws Exception {
    String slug = name + "-" + UUID.randomUUID().toString().substring(0, 8);
    String owner = "owner@" + slug + ".example";
    CallContext platform = CallContext.system("component-tests", TenantRef.PLATFORM);
    TenantDetails made =
        CurrentCall.within(
            platform,
            () -> {
              tenants.create(
                  new CreateTenant(
                      name, slug, TenantTier.ENTERPRISE, owner, null, null, null, null));
              return tenants.activate(slug);
            });
    TenantId id = new TenantId(made.id().value());
    work.runDue();
    Eventually.holds(
        "the tenant has its administrator",
        () ->
            Superuser.count("select count(*) from membership where tenant_id = ?", id.value()) > 0);
    UUID user =
        (UUID) Superuser.rows("select id from control.app_user where email = ?", owner).get(0)[0];
    return new SampleTenant(directory.byId(id).orElseThrow(), new UserId(user), owner);
  }
}
