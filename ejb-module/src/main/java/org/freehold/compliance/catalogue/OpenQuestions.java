package org.freehold.compliance.catalogue;

import java.util.List;

/** What these reports do not ask the trail, or it could not answer, each with the reason. */
final class OpenQuestions {
  private OpenQuestions() {}

  static final List<Question> ALL =
      List.of(
          Question.notAttestable(
              "Q02",
              "Coverage of the trail",
              "Calls of each operation beside their events.",
              "calls are not counted beside the trail."),
          Question.notAttestable(
              "Q04",
              "Reading of classified data",
              "Who read which personal data, and what for.",
              "changes, refusals and exports of the trail are recorded, and reading of data is not."),
          Question.notAttestable(
              "Q11",
              "Copies elsewhere",
              "How far copies of the trail outside of the installation lag behind.",
              "what others took along is not recorded."),
          Question.notAttestable(
              "Q15",
              "Access reviews",
              "Campaigns, decisions, and revocations carried out.",
              "there are no access reviews."),
          Question.notAttestable(
              "Q19",
              "Second factors",
              "Privileged sign-ins without a second factor.",
              "sign-ins do not tell of a second factor."),
          Question.notAttestable(
              "Q20",
              "Lock-out and sessions",
              "Lock-out, idle time and session settings over time.",
              "they are settings of the installation, outside of the trail."),
          Question.notAttestable(
              "Q24",
              "Backups",
              "Each backup, its success, place and age.",
              "backups are made outside of the product."),
          Question.notAttestable(
              "Q25",
              "Restore tests",
              "Each restore test, and how long it took.",
              "restore tests are made outside of the product."),
          Question.notAttestable(
              "Q26",
              "Incidents and breaches",
              "When they were known, who was told, and when.",
              "there is no register of incidents."),
          Question.notAttestable(
              "Q28",
              "Requests of data subjects",
              "When they came, were due and were answered.",
              "such requests are not recorded."),
          Question.notAttestable(
              "Q29",
              "Consent",
              "What was agreed to and withdrawn, with the text.",
              "consent is not recorded."),
          Question.notAttestable(
              "Q30",
              "Record of processing",
              "Purposes, categories, recipients, transfers and limits.",
              "there is no record of processing."),
          Question.notAttestable(
              "Q32",
              "Emergency access",
              "Reason, length and later review.",
              "there is no emergency access."),
          Question.notAttestable(
              "Q33",
              "Isolation of tenants",
              "Attempts across tenants, and access by support.",
              "who names a tenant that they are not in is on record as refused; what another tenant has is"
                  + " answered like what is not there, and not told apart; there is no access by support."));
}
