package org.freehold.component;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.freehold.alerts.AlertRaising;
import org.freehold.alerts.AlertRule;
import org.freehold.alerts.AlertRules;
import org.freehold.alerts.AlertSubject;
import org.freehold.alerts.Finding;
import org.freehold.audit.AuditEventId;
import org.freehold.platform.CallContext;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** However much is found within an hour, there are few alerts, and they count all of it. */
@ExtendWith(ArquillianExtension.class)
class AlertStormIT {
  private static final int ALERTS_AN_HOUR = 100;
  private static final int MAILS_AN_HOUR = 20;
  private static final String ANY = "Something was found.";
  private static final String MANY =
      "More than 100 such alerts came within an hour: all that follows is counted here.";

  @Inject private SampleTenants tenants;
  @Inject private Transactions transactions;
  @Inject private AlertRaising raising;
  @Inject private FiredMails mails;

  private SampleTenant tenant;

  @BeforeEach
  void oneTenant() throws Exception {
    tenant = tenants.create("stormy");
  }

  @Test
  void whatIsBeyondTheBoundOfAnHourIsCountedOnOneAlertOfTheRule() throws Exception {
    raise(AlertRule.REFUSALS, 1, ALERTS_AN_HOUR + 30);
    assertThat(count("count(*)", "rule = 'refusals'")).isEqualTo(ALERTS_AN_HOUR + 1);
    assertThat(count("sum(count)", "rule = 'refusals'")).isEqualTo(ALERTS_AN_HOUR + 30);
    assertThat(
            Superuser.rows(
                "select subject_type, subject_id, summary, count from security_alert"
                    + " where tenant_id = ? and subject_type = 'system'",
                tenant.id()))
        .containsExactly(new Object[] {"system", "refusals", MANY, 30L});
    assertThat(
            Superuser.count(
                "select count(*) from audit_event"
                    + " where tenant_id = ? and action = 'security_alert.raised'",
                tenant.id()))
        .as("told, by webhooks too")
        .isEqualTo(ALERTS_AN_HOUR + 1);
    raise(AlertRule.REFUSALS, 1, 1);
    assertThat(count("sum(count)", "subject_id = 'person 1'"))
        .as("more of what has its alert is counted there")
        .isEqualTo(2);
    raise(AlertRule.MASS_EXPORT, 1, 1);
    assertThat(count("count(*)", "rule = 'mass_export' and subject_id = 'person 1'"))
        .as("no rule drowns another")
        .isEqualTo(1);
    raising(List.of(finding(AlertRule.REFUSALS, 999).told()));
    assertThat(count("count(*)", "subject_id = 'person 999'"))
        .as("what must be told has its own")
        .isEqualTo(1);
  }

  @Test
  void anHourLaterEachHasItsAlertAgain() throws Exception {
    raise(AlertRule.REFUSALS, 1, ALERTS_AN_HOUR + 1);
    assertThat(count("count(*)", "subject_id = 'refusals'")).isEqualTo(1);
    Superuser.change(
        "update security_alert set id = overlay(id::text placing '019a' from 1 for 4)::uuid"
            + " where tenant_id = ?",
        tenant.id());
    raise(AlertRule.REFUSALS, ALERTS_AN_HOUR + 2, ALERTS_AN_HOUR + 2);
    assertThat(count("count(*)", "subject_id = 'person 102'")).isEqualTo(1);
  }

  @Test
  void soManyAlertsOfARuleAreToldByMailAndThatThereAreMore() throws Exception {
    raise(AlertRule.REFUSALS, 1, MAILS_AN_HOUR);
    assertThat(mails.of(tenant)).hasSize(MAILS_AN_HOUR).containsOnly("Security alert: " + ANY);
    raise(AlertRule.REFUSALS, MAILS_AN_HOUR + 1, ALERTS_AN_HOUR);
    assertThat(mails.of(tenant)).hasSize(MAILS_AN_HOUR);
    raise(AlertRule.REFUSALS, ALERTS_AN_HOUR + 1, ALERTS_AN_HOUR + 2);
    assertThat(mails.of(tenant)).hasSize(MAILS_AN_HOUR + 1).contains("Security alert: " + MANY);
    raise(AlertRule.PRIVILEGE_ESCALATION, 1, 1);
    assertThat(mails.of(tenant)).as("no rule drowns another").hasSize(MAILS_AN_HOUR + 2);
    raising(List.of(finding(AlertRule.REFUSALS, 999).told()));
    assertThat(mails.of(tenant)).as("what must be told").hasSize(MAILS_AN_HOUR + 3);
  }

  @Test
  void whoWantsNoMailGetsOneOfDamageAllTheSame() throws Exception {
    AlertRules noMail = new AlertRules(null, null, null, null, null, null, null, false);
    raising(
        List.of(finding(AlertRule.REFUSALS, 1), finding(AlertRule.PRIVILEGE_ESCALATION, 1)),
        noMail);
    assertThat(mails.of(tenant)).isEmpty();
    raising(
        List.of(finding(AlertRule.TRAIL_DAMAGED, 1), finding(AlertRule.TRAIL_DAMAGED, 1)), noMail);
    assertThat(mails.of(tenant)).as("and only one in a quiet period").hasSize(1);
  }

  private long count(String what, String where) {
    return Superuser.count(
        "select " + what + " from security_alert where tenant_id = ? and " + where, tenant.id());
  }

  private void raise(AlertRule rule, int from, int to) throws Exception {
    raising(IntStream.rangeClosed(from, to).mapToObj(person -> finding(rule, person)).toList());
  }

  private void raising(List<Finding> findings) throws Exception {
    raising(findings, AlertRules.DEFAULT);
  }

  private void raising(List<Finding> findings, AlertRules rules) throws Exception {
    Transactions.within(
        CallContext.system("component-tests", tenant.ref()),
        transactions,
        em -> {
          findings.forEach(finding -> raising.raise(finding, rules));
          return null;
        });
  }

  private static Finding finding(AlertRule rule, int person) {
    return new Finding(
        rule,
        AlertSubject.USER,
        "person " + person,
        ANY,
        Instant.now(),
        new AuditEventId(UUID.randomUUID()),
        false);
  }
}
