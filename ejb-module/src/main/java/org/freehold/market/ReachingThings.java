package org.freehold.market;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.freehold.domains.DomainId;
import org.freehold.domains.Domains;
import org.freehold.market.internal.ThingNotes;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;
import org.freehold.platform.persistence.PageRequest;
import org.freehold.webhooks.EndpointChanges;
import org.freehold.webhooks.EndpointFields;
import org.freehold.webhooks.EventTypeFields;
import org.freehold.webhooks.EventTypes;
import org.freehold.webhooks.NewEndpoint;
import org.freehold.webhooks.WebhookEndpointId;
import org.freehold.webhooks.WebhookEndpoints;

/**
 * What a use makes in its tenant that reaches others: domains, and webhooks with what they tell.
 * Unlike the rest it does not go with the tenant, but by itself.
 */
@Stateless
@Guarded
@NotAudited(
    "It writes down steps of making things; what is made of them is on record as made by hand.")
public class ReachingThings {
  private static final String DOMAIN = "domain";
  private static final String EVENT_TYPE = "event_type";
  private static final String WEBHOOK = "webhook";

  @Inject private ThingNotes notes;
  @Inject private Domains domains;
  @Inject private EventTypes types;
  @Inject private WebhookEndpoints webhooks;
  @Inject private EndpointChanges urls;

  /** Claimed; the proof is left to the tenant. */
  @SystemCall
  public void domain(TemplateUseId use, String wish) {
    notes.once(
        use,
        DOMAIN,
        wish,
        () -> {
          UUID id = domains.add(wish).id().value();
          return UsedThing.made(DOMAIN, wish, id, "/api/admin/domains/" + id);
        });
  }

  /** Of the tenant's own product. */
  @SystemCall
  public void eventType(TemplateUseId use, EventTypeFields wish) {
    notes.once(
        use,
        EVENT_TYPE,
        wish.type(),
        () -> {
          String type = types.create(wish).type();
          return UsedThing.made(EVENT_TYPE, type, null, "/api/webhooks/event-types/" + type);
        });
  }

  @SystemCall
  public void webhook(TemplateUseId use, EndpointFields wish) {
    notes.once(
        use,
        WEBHOOK,
        wish.url(),
        () -> {
          NewEndpoint endpoint = webhooks.create(wish, urls.lookUp(wish.url()));
          UUID id = endpoint.id().value();
          return UsedThing.made(WEBHOOK, wish.url(), id, "/api/webhooks/endpoints/" + id);
        });
  }

  /** Takes away what is still there of it. */
  @SystemCall
  public void undo(TemplateUseId use) {
    List<WebhookEndpointId> there =
        webhooks.list(new PageRequest(PageRequest.MOST, null, null)).items().stream()
            .map(endpoint -> endpoint.id())
            .toList();
    notes.all(use, WEBHOOK).stream()
        .map(thing -> new WebhookEndpointId(thing.id()))
        .filter(there::contains)
        .forEach(webhooks::delete);
    List<String> own = types.own().stream().map(EventTypeFields::type).toList();
    notes.all(use, EVENT_TYPE).stream()
        .map(UsedThing::key)
        .filter(own::contains)
        .forEach(types::delete);
    notes.all(use, DOMAIN).stream()
        .map(thing -> new DomainId(thing.id()))
        .forEach(domains::withdraw);
  }
}
