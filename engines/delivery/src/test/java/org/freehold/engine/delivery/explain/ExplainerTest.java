package org.freehold.engine.delivery.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.freehold.engine.delivery.explain.Stories.MADE;
import static org.freehold.engine.delivery.explain.Stories.MESSAGE;
import static org.freehold.engine.delivery.explain.Stories.NOW;
import static org.freehold.engine.delivery.explain.Stories.SPREAD;
import static org.freehold.engine.delivery.explain.Stories.endpoint;
import static org.freehold.engine.delivery.explain.Stories.says;
import static org.freehold.engine.delivery.explain.Stories.story;

import java.util.List;
import org.freehold.engine.delivery.explain.Explanation.Outcome;
import org.junit.jupiter.api.Test;

/** Whether an endpoint wanted a message, and whether that arrived. */
class ExplainerTest {
  @Test
  void anUnknownMessage() {
    says(
        new DeliveryStory(null, endpoint("enabled"), null, NOW),
        Outcome.UNKNOWN,
        "message_unknown",
        "no message with this id");
  }

  @Test
  void anUnknownEndpoint() {
    says(story(MESSAGE, null, null), Outcome.UNKNOWN, "endpoint_unknown", "no endpoint");
  }

  @Test
  void aMessageOfAMomentAgo() {
    DeliveryStory.Message fresh =
        new DeliveryStory.Message("project.created", null, NOW.minusSeconds(1), null);
    says(
        story(fresh, endpoint("enabled"), null),
        Outcome.NOT_YET_SPREAD,
        "not_yet_spread",
        "just now");
  }

  @Test
  void aMessageThatShouldHaveGoneLongAgo() {
    DeliveryStory.Message old =
        new DeliveryStory.Message("project.created", null, NOW.minusSeconds(121), null);
    says(
        story(old, endpoint("enabled"), null),
        Outcome.NOT_YET_SPREAD,
        "spreading_is_late",
        "the operator is told");
  }

  @Test
  void anEndpointThatCameLater() {
    says(
        story(MESSAGE, endpoint(NOW, NOW, List.of("*"), null, List.of()), null),
        Outcome.NOT_WANTED,
        "endpoint_created_later",
        "made at 2026-01-15T12:30:00Z");
  }

  @Test
  void aTypeThatIsNotWanted() {
    List<String> patterns = List.of("task.*", "file.uploaded");
    says(
        story(MESSAGE, endpoint(MADE, MADE, patterns, null, List.of()), null),
        Outcome.NOT_WANTED,
        "type_not_wanted",
        "task.*, file.uploaded");
  }

  @Test
  void anotherWorkspace() {
    says(
        story(MESSAGE, endpoint(MADE, MADE, List.of("*"), "sales", List.of()), null),
        Outcome.NOT_WANTED,
        "other_workspace",
        "workspace sales only, and this happened in none");
  }

  @Test
  void aFilterThatDoesNotHold() {
    List<DeliveryStory.Filter> filters =
        List.of(
            new DeliveryStory.Filter("data.name exists", true),
            new DeliveryStory.Filter("data.priority eq \"high\"", false));
    assertThat(
            says(
                    story(MESSAGE, endpoint(MADE, MADE, List.of("*"), null, filters), null),
                    Outcome.NOT_WANTED,
                    "filter_not_matched",
                    "data.priority eq \"high\"")
                .sentence())
        .doesNotContain("data.name");
  }

  @Test
  void anEndpointThatWasChangedSince() {
    says(
        story(MESSAGE, endpoint(MADE, NOW, List.of("*"), null, List.of()), null),
        Outcome.NOT_WANTED,
        "endpoint_changed_since",
        "changed at 2026-01-15T12:30:00Z");
  }

  @Test
  void aDeliveryThatShouldBeThere() {
    says(
        story(MESSAGE, endpoint("enabled"), null),
        Outcome.UNKNOWN,
        "delivery_missing",
        "a fault of ours");
  }

  @Test
  void delivered() {
    DeliveryStory.Delivery delivery =
        new DeliveryStory.Delivery(
            "delivered",
            null,
            false,
            SPREAD,
            SPREAD,
            2,
            null,
            new DeliveryStory.Attempt(SPREAD, null, 204),
            null);
    Explanation told =
        says(
            story(MESSAGE, endpoint("enabled"), delivery),
            Outcome.DELIVERED,
            "delivered",
            "arrived at 2026-01-15T12:00:01Z, at attempt 2, and the receiver answered 204.");
    assertThat(told.checks()).allMatch(Explanation.Check::passed);
  }

  @Test
  void everyErrorHasWordsOfItsOwn() {
    List<String> errors =
        List.of(
            "dns",
            "forbidden_address",
            "no_consent",
            "connection",
            "tls",
            "timeout",
            "redirect",
            "client_error",
            "protocol");
    assertThat(errors.stream().map(error -> EndpointWords.error(error, 404)))
        .doesNotHaveDuplicates()
        .noneMatch(words -> words.startsWith("it failed"));
  }
}
