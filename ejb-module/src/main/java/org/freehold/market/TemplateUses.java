package org.freehold.market;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.freehold.jobs.RunDetails;
import org.freehold.jobs.RunRequests;
import org.freehold.market.internal.Blueprint;
import org.freehold.market.internal.PlanOffer;
import org.freehold.market.internal.PlanOffers;
import org.freehold.market.internal.TemplateDocument;
import org.freehold.market.internal.TemplateShelf;
import org.freehold.market.internal.TemplateUse;
import org.freehold.market.internal.TemplateUseRepository;
import org.freehold.market.internal.UsedThingRepository;
import org.freehold.market.internal.WebhookWishes;
import org.freehold.plans.PlatformOnly;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotFound;
import org.freehold.platform.Page;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.TenantId;
import org.freehold.platform.Uuid7;
import org.freehold.platform.json.JsonText;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.tenancy.CreateTenant;
import org.freehold.tenancy.TenantDetails;
import org.freehold.tenancy.TenantSettings;
import org.freehold.tenancy.Tenants;

/** Tenants made of templates, by operators of the platform. */
@Stateless
@Guarded
public class TemplateUses {
  @Inject private TemplateShelf shelf;
  @Inject private PlanOffers offers;
  @Inject private WebhookWishes webhooks;
  @Inject private TemplateUseRepository uses;
  @Inject private UsedThingRepository things;
  @Inject private Tenants tenants;
  @Inject private RunRequests requests;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  /** What the trail keeps of a use. */
  public record UseNote(String template, String version, String tenantSlug) {}

  /**
   * Makes the tenant, in which nothing is yet, and queues the run that fills it and makes it
   * active, both with the system's authority: whoever asks must be allowed to open tenants, and to
   * create plans where it gets some of its own. {@code version} null: the newest.
   */
  @RequiresPermission("templates:write")
  @Audited(value = "template.used", complianceRelevant = true)
  public TemplateUseDetails use(String template, String version, JsonObject given) {
    PlatformOnly.require();
    tenants.requireMayOpen();
    TemplateDocument document = shelf.find(template, version);
    Map<String, JsonValue> answers = document.answered(given);
    Blueprint blueprint = document.filled(answers);
    PlanOffer offer = offers.of(blueprint);
    webhooks.require(blueprint);
    TenantDetails made = tenants.create(command(blueprint.tenant(), offer));
    TemplateUseId id = new TemplateUseId(Uuid7.next());
    TemplateUse use = new TemplateUse(CurrentCall.tenantId(), id, document, made, clock.instant());
    Map<String, JsonValue> kept = new LinkedHashMap<>(answers);
    kept.keySet().removeAll(document.secrets());
    RunDetails run =
        requests.request(
            TemplateUseJob.NAME,
            Map.of(TemplateUseJob.USE, JsonText.PROVIDER.createValue(id.value().toString())));
    use.freeze(kept, blueprint, offer, run.id());
    uses.add(use);
    changes
        .about("template_use", id.value())
        .after(new UseNote(document.id(), document.version().toString(), made.slug()));
    return use.details();
  }

  private static CreateTenant command(Blueprint.Tenant wish, PlanOffer offer) {
    return new CreateTenant(
        wish.name(),
        wish.slug(),
        offer.tierAtFirst(),
        wish.ownerEmail(),
        wish.ownerPassword(),
        null,
        null,
        new TenantSettings(null, null, wish.branding(), null, wish.entitlements()));
  }

  /** The newest first. */
  @RequiresPermission("templates:read")
  public Page<TemplateUseDetails> list(PageRequest page) {
    PlatformOnly.require();
    return uses.list(CurrentCall.tenantId(), page);
  }

  /** With what it made on the platform; {@link UsedThings} adds what is in its tenant. */
  @RequiresPermission("templates:read")
  public TemplateUseDetails details(TemplateUseId id) {
    PlatformOnly.require();
    TenantId tenant = CurrentCall.tenantId();
    return uses.byId(tenant, id)
        .map(use -> use.details().with(things.all(tenant, id)))
        .orElseThrow(() -> new NotFound("template_use"));
  }
}
