package org.freehold.compliance.catalogue;

import static org.freehold.compliance.catalogue.Control.of;

import java.util.List;

/** Controls of Annex A, and the clause on measurement. */
final class Iso27001 {
  private Iso27001() {}

  static final List<Control> CONTROLS =
      List.of(
          of("A.5.3", "Conflicting duties are kept apart", "Q18", "Q21"),
          of("A.5.15", "Access follows rules", "Q18", "Q33"),
          of("A.5.16", "Identities are managed", "Q07", "Q17"),
          of("A.5.17", "Passwords and keys are managed", "Q07", "Q19"),
          of("A.5.18", "Rights of access are given, reviewed and withdrawn", "Q15", "Q16"),
          of("A.5.25", "Security events are assessed", "Q26", "Q12"),
          of("A.5.26", "Incidents are answered", "Q26", "Q12"),
          of("A.5.28", "Evidence is collected", "Q10", "R02"),
          of("A.5.33", "Records are protected", "Q10", "Q13"),
          of("A.5.34", "Personal data is protected", "Q28", "Q04"),
          of("A.8.2", "Privileges are restricted", "Q03", "Q18"),
          of("A.8.3", "Access to information is restricted", "Q06", "Q33"),
          of("A.8.5", "Sign-in is secure", "Q19", "Q20"),
          of("A.8.9", "Configuration is managed", "Q22"),
          of("A.8.10", "Information is deleted when no longer needed", "Q34"),
          of("A.8.13", "Information is backed up", "Q24", "Q25"),
          of("A.8.15", "Activity is logged", "Q01", "Q02", "Q08", "Q10"),
          of("A.8.16", "Systems are watched", "Q12", "Q27"),
          of("A.8.17", "Clocks agree", "Q14"),
          of("A.8.18", "Tools that pass by controls are restricted", "Q32", "Q10"),
          of("A.8.24", "Cryptography is used by rule", "Q23"),
          of("A.8.32", "Changes are managed", "Q21"),
          of("9.1", "Performance is measured and evaluated", "R01"));
}
