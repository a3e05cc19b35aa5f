package org.freehold.compliance.catalogue;

import static org.freehold.compliance.catalogue.Control.of;

import java.util.List;

/** Criteria only: points of focus are no requirements. CC1, CC3, CC6.4 and CC9 are not ours. */
final class Soc2 {
  private Soc2() {}

  static final List<Control> CONTROLS =
      List.of(
          of("CC2.1", "Controls rest on reliable information", "Q01", "Q02", "Q10"),
          of("CC4.1", "Controls are evaluated again and again", "Q12", "Q27", "R01"),
          of("CC4.2", "Deficiencies are reported in time", "Q12", "Q35"),
          of("CC6.1", "Access is secured by logical means", "Q06", "Q19", "Q23", "Q33"),
          of("CC6.2", "Who gets access is registered and authorised", "Q07", "Q16", "Q18"),
          of("CC6.3", "Access is changed, removed and kept to the least", "Q15", "Q18"),
          of("CC6.6", "Threats from outside are met", "Q06", "Q20"),
          of("CC6.7", "Data leaves only as it may", "Q31"),
          of("CC7.1", "Changes of configuration and weaknesses are detected", "Q22"),
          of("CC7.2", "Anomalies are watched for", "Q12", "Q27", "Q06"),
          of("CC7.3", "What happens is evaluated", "Q26", "Q12"),
          of("CC7.4", "Incidents are answered", "Q26", "Q35"),
          of("CC7.5", "Operation recovers from incidents", "Q25", "Q26"),
          of("CC8.1", "Changes are managed", "Q21", "Q22"),
          of("A1.2", "Backup and recovery are provided", "Q24"),
          of("A1.3", "Recovery is tested", "Q25"),
          of("C1.1", "Confidential information is kept as it must be", "Q13"),
          of("C1.2", "Confidential information is disposed of", "Q34"),
          of("P4.2", "Personal information is kept as long as needed", "Q13"),
          of("P4.3", "Personal information is disposed of securely", "Q34"),
          of("P5.1", "People get at their personal information", "Q28"),
          of("P5.2", "People can correct their personal information", "Q28"),
          of("P6.2", "Disclosures of personal information are recorded", "Q31"),
          of("P6.3", "Breaches of personal information are recorded", "Q26"),
          of("P6.6", "Breaches are told to whom they concern", "Q26"));
}
