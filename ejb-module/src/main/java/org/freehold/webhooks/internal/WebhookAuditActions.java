package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.freehold.engine.transparency.ActionClass;
import org.freehold.platform.AuditAction;
import org.freehold.platform.AuditActions;
import org.freehold.platform.Severity;

/** What the trail tells of webhooks. */
@ApplicationScoped
public class WebhookAuditActions implements AuditActions {
  @Override
  public List<AuditAction> actions() {
    return List.of(
        AuditAction.of("webhook_endpoint.created", "An address was subscribed to events.")
            .relevant(),
        AuditAction.of("webhook_endpoint.updated", "An endpoint was changed.").relevant(),
        AuditAction.of("webhook_endpoint.deleted", "An endpoint was removed.").relevant(),
        AuditAction.of(
                "webhook_endpoint.disabled", "An endpoint that only failed was switched off.")
            .relevant()
            .severity(Severity.WARNING),
        AuditAction.of(
                "webhook_endpoint.failing",
                "An endpoint has failed for long and will be switched off.")
            .severity(Severity.WARNING),
        AuditAction.of(
                "webhook_endpoint.consent_asked",
                "Somebody had a receiver asked once more whether it wants to be called.")
            .kind(ActionClass.EXECUTE),
        AuditAction.of(
                "webhook_endpoint.consent_demanded",
                "A name led to a network whose receivers must agree, so that one is asked first.")
            .kind(ActionClass.EXECUTE),
        AuditAction.of(
                "webhook_endpoint.consent_answered",
                "A receiver said whether it wants to be called, or could not be asked.")
            .relevant(),
        AuditAction.of(
                "webhook_endpoint.secret_renewed",
                "An endpoint was given a new secret; the old one signs beside it for a while.")
            .relevant(),
        AuditAction.of(
                "webhook_endpoint.new_secret_accepted",
                "A test showed that the receiver knows the new secret, and the old one ended.")
            .relevant(),
        AuditAction.of(
                "webhook_endpoint.old_secret_expired",
                "The old secret of an endpoint ended because its time was over.")
            .relevant(),
        AuditAction.of("webhook_endpoint.tested", "Somebody had a test event sent.")
            .kind(ActionClass.EXECUTE),
        AuditAction.of("webhook_delivery.replayed", "Somebody had a delivery sent again.")
            .kind(ActionClass.EXECUTE),
        AuditAction.of("webhook_replay.started", "Somebody had many deliveries sent again.")
            .kind(ActionClass.EXECUTE),
        AuditAction.of("webhook_replay.cancelled", "Sending many deliveries again was called off."),
        AuditAction.of("webhook_message.sent", "The tenant sent a message of a type of its own.")
            .kind(ActionClass.EXECUTE),
        AuditAction.of(
            "webhook_event_type.created", "The tenant registered a type of events of its own."),
        AuditAction.of(
            "webhook_event_type.updated",
            "A type of events that the tenant registered was changed."),
        AuditAction.of(
            "webhook_event_type.deleted",
            "A type of events that the tenant registered was removed."),
        AuditAction.of(
                "webhook_ledger.unbalanced", "Messages, deliveries and attempts do not add up.")
            .relevant()
            .severity(Severity.ERROR));
  }
}
