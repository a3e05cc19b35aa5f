package org.freehold.forwarding;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.freehold.audit.sealing.TrailPart;
import org.freehold.audit.sealing.TrailReading;
import org.freehold.forwarding.internal.Destination;
import org.freehold.forwarding.internal.DestinationRepository;
import org.freehold.forwarding.internal.ForwardedForms;
import org.freehold.forwarding.internal.ForwardingSettings;
import org.freehold.identity.Sealing;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.DomainEvent;
import org.freehold.platform.Guarded;
import org.freehold.platform.Mail;
import org.freehold.platform.NotAudited;
import org.freehold.platform.SystemCall;
import org.freehold.platform.work.WorkQueue;

/** What is to be sent, and what became of it; sending itself is in no transaction. */
@Stateless
@Guarded
public class Forwarding {
  private static final int AT_ONCE = 200;
  private static final String READS =
      "It reads for a destination that people made, and keeps how far it has come.";

  /** What a destination became, for the record. */
  public record Fate(DestinationStatus status, String reason) {}

  @Inject private DestinationRepository destinations;
  @Inject private TrailReading trail;
  @Inject private ForwardedForms forms;
  @Inject private ForwardingSettings settings;
  @Inject private Sealing sealing;
  @Inject private WorkQueue work;
  @Inject private ChangeLog changes;
  @Inject private Event<DomainEvent> events;
  @Inject private Event<Mail> mails;
  @Inject private Clock clock;

  /**
   * The trail has grown: whoever is enabled is to be sent more. One that took nothing the last time
   * has its next try before it, and the trail's growing does not bring that forward.
   */
  @SystemCall
  @NotAudited(READS)
  public void wake() {
    for (DestinationId id : destinations.taking(CurrentCall.tenantId())) {
      work.scheduleOnce(Destination.WORK, CurrentCall.tenantId(), id.value(), clock.instant());
    }
  }

  /** It has more to take, and goes behind what else is due. */
  @SystemCall
  @NotAudited(READS)
  public void goOn(DestinationId id) {
    if (enabled(id).isPresent()) {
      work.schedule(Destination.WORK, CurrentCall.tenantId(), id.value(), clock.instant());
    }
  }

  /** Who sends to a destination. */
  public enum Hold {
    MINE,
    ANOTHERS,
    /** Nobody is to: it is paused, or gone. */
    NONE
  }

  /**
   * Holds the destination for one who sends, so that nothing comes out of order: until it is let
   * go, or for longer than a batch can take.
   */
  @SystemCall
  @NotAudited(READS)
  public Hold hold(DestinationId id, UUID token) {
    if (enabled(id).isEmpty()) {
      return Hold.NONE;
    }
    Instant now = clock.instant();
    Instant until = now.plus(settings.deadline().multipliedBy(2));
    return destinations.hold(CurrentCall.tenantId(), id, token, now, until)
        ? Hold.MINE
        : Hold.ANOTHERS;
  }

  /** Whoever sends is done. */
  @SystemCall
  @NotAudited(READS)
  public void letGo(DestinationId id, UUID token) {
    destinations.letGo(CurrentCall.tenantId(), id, token);
  }

  /** What comes next; empty when there is nothing to send, or nobody to send it to. */
  @SystemCall
  @NotAudited(READS)
  public Optional<Batch> next(DestinationId id) {
    return enabled(id).map(this::batch).filter(batch -> batch.next() > batch.from());
  }

  private Batch batch(Destination to) {
    TrailPart part = trail.from(to.next(), AT_ONCE, null);
    String slug = CurrentCall.get().requireTenant().slug();
    List<Batch.Forwarded> forwarded =
        part.events().stream().map(event -> forms.of(event, slug)).toList();
    String authorization =
        to.sealedAuthorization() == null
            ? null
            : new String(
                sealing.open(to.purpose(), to.sealedAuthorization()), StandardCharsets.UTF_8);
    // Of what comes meanwhile nobody tells one that fails: it looks for itself when this was taken.
    boolean more = !part.end() || to.failingSince() != null;
    return to.batch(authorization, forwarded, part.next(), more);
  }

  /** The destination took it; false when it is no longer held. */
  @SystemCall
  @NotAudited(READS)
  public boolean taken(DestinationId id, UUID token, Batch batch) {
    return destinations.advance(CurrentCall.tenantId(), id, token, batch.next(), clock.instant());
  }

  /**
   * It was not taken; whether it is to be tried again, or the destination to be paused. Whoever
   * holds it no more has no say: the one who does has taken over the work too.
   */
  @SystemCall
  @NotAudited(READS)
  public boolean failed(DestinationId id, UUID token, String error) {
    Instant now = clock.instant();
    return toChange(id)
        .filter(destination -> destination.isHeldBy(token))
        .map(destination -> destination.failed(error, now, settings.pauseAfter()))
        .orElse(true);
  }

  /** Nothing is sent to it until somebody resumes it. */
  @SystemCall
  @Audited(value = "audit_forwarding.given_up", complianceRelevant = true)
  public void giveUp(DestinationId id, String error) {
    changes.about("forwarding_destination", id.value());
    Optional<Destination> failing = toChange(id);
    if (failing.isEmpty()) {
      changes.nothingChanged();
      return;
    }
    Destination destination = failing.get();
    String reason = "Nothing was taken since " + destination.failingSince() + ": " + error;
    destination.pause(reason, clock.instant());
    changes
        .before(new Fate(DestinationStatus.ENABLED, null))
        .after(new Fate(DestinationStatus.PAUSED, reason));
    events.fire(new ForwardingEvents.ForwardingPaused(id, destination.name(), reason));
    mails.fire(
        Mail.toAdministrators(
            "The audit trail is not forwarded to " + destination.name() + " any more",
            List.of(
                "This destination took nothing for long, so nothing is sent to it any more.",
                "When it is well again, resume it: it gets all that it missed, in order."),
            List.of(
                new Mail.Fact("Destination", destination.name()), new Mail.Fact("Reason", reason)),
            "audit"));
  }

  private Optional<Destination> enabled(DestinationId id) {
    return destinations.byId(CurrentCall.tenantId(), id).filter(Destination::isEnabled);
  }

  private Optional<Destination> toChange(DestinationId id) {
    return destinations.locked(CurrentCall.tenantId(), id).filter(Destination::isEnabled);
  }
}
