package org.freehold.webhooks.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.freehold.engine.delivery.Consent;
import org.freehold.platform.work.NotNow;
import org.freehold.platform.work.WorkHandler;
import org.freehold.platform.work.WorkItem;
import org.freehold.webhooks.EndpointConsents;
import org.freehold.webhooks.WebhookEndpointId;

/** Asks receivers whether they want to be called, a few times when they cannot be reached. */
@ApplicationScoped
public class ConsentWork implements WorkHandler {
  public static final String KIND = "webhook_consent";

  /** Five questions in two and a half minutes; then somebody must want it asked again. */
  private static final int TIMES = 5;

  private static final Duration PAUSE = Duration.ofSeconds(10);

  @Inject private EndpointConsents consents;
  @Inject private Sender sender;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void handle(WorkItem item) throws NotNow {
    WebhookEndpointId endpoint = new WebhookEndpointId(item.subject());
    Optional<ConsentQuestion> question = consents.question(endpoint);
    if (question.isEmpty()) {
      return;
    }
    ConsentAnswer answer = ask(question.get());
    if (!answer.isReached() && item.attempts() < TIMES) {
      throw NotNow.later(PAUSE, item.attempts());
    }
    consents.answered(endpoint, question.get(), answer.consent());
  }

  private ConsentAnswer ask(ConsentQuestion question) {
    return question.obstacle() == null
        ? sender.ask(question)
        : new ConsentAnswer(Consent.refused(question.obstacle()), false);
  }
}
