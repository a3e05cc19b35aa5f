package org.freehold.component;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.freehold.alerts.AlertRule;
import org.freehold.alerts.AlertRules;
import org.freehold.alerts.Finding;
import org.freehold.alerts.internal.Detection;
import org.freehold.audit.AuditEventDetails;
import org.freehold.audit.AuditEventId;
import org.freehold.audit.sealing.SealedEvent;
import org.freehold.platform.CallContext;
import org.freehold.platform.Severity;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is remembered of people over days, and what is no habit of theirs. */
@ExtendWith(ArquillianExtension.class)
class AlertHabitsIT {
  private static final Instant NINE = Instant.parse("2026-01-15T09:00:00Z");
  private static final UUID ANNA = new UUID(2, 1);
  private static final UUID BERT = new UUID(2, 2);
  private static final String AGENT = "Mozilla/5.0 Firefox/140.0";

  @Inject private SampleTenants tenants;
  @Inject private Transactions transactions;
  @Inject private Detection detection;

  private SampleTenant tenant;

  @BeforeEach
  void oneTenant() throws Exception {
    tenant = tenants.create("habits");
  }

  @Test
  void soManyExportsOfOnePersonWithinTheWindowAreFound() throws Exception {
    for (String action :
        List.of("audit.downloaded", "audit.exported", "retention_archive.exported")) {
      assertThat(exports(ANNA, action, 0)).isEmpty();
    }
    assertThat(exports(ANNA, "audit.downloaded", 59)).isEmpty();
    assertThat(exports(BERT, "audit.downloaded", 59)).as("somebody else").isEmpty();
    assertThat(exports(ANNA, "audit.downloaded", 60))
        .singleElement()
        .returns(AlertRule.MASS_EXPORT, Finding::rule)
        .returns(ANNA.toString(), Finding::subjectId)
        .returns("There were 5 exports or more within 60 minutes.", Finding::summary);
    assertThat(exports(ANNA, "audit.downloaded", 61)).as("the first are too old").isEmpty();
  }

  @Test
  void anHourAtWhichSomebodyNeverSignsInIsFoundOnceTheirHoursAreKnown() throws Exception {
    for (int day = 0; day < 19; day++) {
      assertThat(signIn(ANNA, NINE.plus(Duration.ofDays(day)))).isEmpty();
    }
    assertThat(signIn(BERT, NINE.plus(Duration.ofHours(9)))).as("of others nothing").isEmpty();
    assertThat(signIn(ANNA, NINE.plus(Duration.ofHours(1)))).as("the twentieth").isEmpty();
    assertThat(signIn(ANNA, NINE.plus(Duration.ofHours(2)))).as("beside a known hour").isEmpty();
    assertThat(signIn(ANNA, NINE.minus(Duration.ofHours(1)))).as("on the other side").isEmpty();
    assertThat(signIn(ANNA, NINE.plus(Duration.ofHours(9))))
        .singleElement()
        .returns(AlertRule.UNUSUAL_HOURS, Finding::rule)
        .returns(ANNA.toString(), Finding::subjectId);
    assertThat(signIn(ANNA, NINE.plus(Duration.ofHours(9)))).as("known from then on").isEmpty();
  }

  @Test
  void whoseHoursAreNotKnownYetHasNone() throws Exception {
    for (int day = 0; day < 19; day++) {
      signIn(ANNA, NINE.plus(Duration.ofDays(day)));
    }
    assertThat(signIn(ANNA, NINE.plus(Duration.ofHours(9)))).isEmpty();
  }

  @Test
  void theHourAfterMidnightIsBesideTheOneBefore() throws Exception {
    for (int day = 0; day < 20; day++) {
      signIn(ANNA, NINE.plus(Duration.ofHours(14)).plus(Duration.ofDays(day)));
    }
    assertThat(signIn(ANNA, NINE.plus(Duration.ofHours(15)))).isEmpty();
  }

  @Test
  void anotherNetworkIsANewPlaceAndIsKnownFromThenOn() throws Exception {
    assertThat(signIn(ANNA, NINE, "203.0.113.7")).as("the first").isEmpty();
    assertThat(signIn(ANNA, NINE, "203.0.113.200")).as("the same /24").isEmpty();
    assertThat(signIn(BERT, NINE, "198.51.100.1")).as("the first of another").isEmpty();
    assertThat(signIn(ANNA, NINE, "198.51.100.1"))
        .singleElement()
        .returns(AlertRule.NEW_PLACES, Finding::rule)
        .returns(ANNA.toString(), Finding::subjectId)
        .returns(
            "Signed in from a network that was not seen with this person before.",
            Finding::summary);
    assertThat(signIn(ANNA, NINE, "198.51.100.2")).as("known").isEmpty();
    assertThat(signIn(ANNA, NINE, "2001:db8:1::1")).hasSize(1);
    assertThat(signIn(ANNA, NINE, "2001:db8:1:2::9")).as("the same /48").isEmpty();
    assertThat(signIn(ANNA, NINE.plus(Duration.ofDays(91)), "203.0.113.7"))
        .as("forgotten after ninety days")
        .hasSize(1);
  }

  private List<Finding> exports(UUID user, String action, int minutes) throws Exception {
    return find(user, action, NINE.plus(Duration.ofMinutes(minutes)), "203.0.113.7");
  }

  private List<Finding> signIn(UUID user, Instant at) throws Exception {
    return signIn(user, at, "203.0.113.7");
  }

  private List<Finding> signIn(UUID user, Instant at, String address) throws Exception {
    return find(user, "user.signed_in", at, address);
  }

  private List<Finding> find(UUID user, String action, Instant at, String address)
      throws Exception {
    AuditEventDetails event =
        new AuditEventDetails(
            new AuditEventId(UUID.randomUUID()),
            action,
            user,
            null,
            "user",
            null,
            null,
            null,
            null,
            tenant.ref().slug(),
            address,
            AGENT,
            at,
            at,
            AuditEventDetails.FREEHOLD,
            true,
            Severity.INFO,
            false,
            true,
            Map.of(),
            Map.of(),
            null,
            null,
            true,
            7L);
    SealedEvent sealed = new SealedEvent(7, event, "success", new byte[0]);
    return Transactions.within(
        CallContext.system("component-tests", tenant.ref()),
        transactions,
        em -> detection.find(tenant.ref().id(), sealed, AlertRules.DEFAULT));
  }
}
