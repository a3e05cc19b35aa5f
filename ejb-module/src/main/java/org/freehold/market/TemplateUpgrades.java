package org.freehold.market;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.freehold.market.internal.UpgradeComparison;
import org.freehold.platform.CallContext;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantDirectory;
import org.freehold.platform.TenantRef;
import org.freehold.releases.PrepareRelease;
import org.freehold.releases.PreparedRelease;
import org.freehold.releases.ReleasePreparation;

/**
 * Brings a tenant to the newest version of its template: looks at what is there, and prepares a
 * release of the difference. The look and the rehearsal are in the tenant and in no transaction of
 * the platform's.
 */
@ApplicationScoped
public class TemplateUpgrades {
  @Inject private UpgradeBook book;
  @Inject private LiveThings inTenant;
  @Inject private ReleasePreparation preparation;
  @Inject private TenantDirectory directory;

  public TemplateUpgrade preview(TemplateUseId id) {
    return compared(book.upgrade(id));
  }

  /** The tenant counts as made of the newer version when the release is in place. */
  public PreparedUpgrade prepare(TemplateUseId id) {
    UpgradeBook.Upgrade wished = book.permit(id);
    TemplateUpgrade upgrade = compared(wished);
    if (upgrade.bundle().asJsonObject().isEmpty()) {
      throw new Conflict(
          "nothing_to_carry",
          "The version " + upgrade.to().version() + " changes nothing that a release could carry.",
          "GET the upgrade tells what it changes; do that by hand.");
    }
    String name = "Template " + upgrade.to().id() + " " + upgrade.to().version();
    PreparedRelease release =
        CurrentCall.within(
            context(wished),
            () ->
                preparation.prepare(
                    new PrepareRelease(
                        null,
                        wished.toEnv(),
                        upgrade.bundle(),
                        null,
                        null,
                        null,
                        name,
                        null,
                        null)));
    book.prepared(id, wished, release.id());
    return new PreparedUpgrade(
        upgrade,
        release.id(),
        release.releaseId(),
        release.version(),
        "/api/releases/" + release.id().value());
  }

  private TemplateUpgrade compared(UpgradeBook.Upgrade wished) {
    LiveThings.Live live = CurrentCall.within(context(wished), inTenant::live);
    UpgradeComparison comparison =
        new UpgradeComparison(wished.old(), wished.next(), wished.from().version());
    comparison.roles(live.roles());
    comparison.flags(live.flags());
    comparison.eventTypes(live.eventTypes());
    comparison.rest();
    return new TemplateUpgrade(
        wished.from(), wished.to(), comparison.changes(), comparison.bundle());
  }

  private CallContext context(UpgradeBook.Upgrade wished) {
    TenantRef tenant = directory.byId(wished.tenant()).orElseThrow();
    return CallContext.system("market", tenant);
  }
}
