package org.freehold.compliance.catalogue;

import static org.freehold.compliance.catalogue.Control.of;

import java.util.List;

/** Requirements of version 4.0.1, all of which bind. */
final class PciDss {
  private PciDss() {}

  static final List<Control> CONTROLS =
      List.of(
          of("6.5.1", "Changes of production follow a procedure", "Q21"),
          of("7.2.2", "Access is the least that work needs", "Q18"),
          of("7.2.3", "Access is approved", "Q18"),
          of("7.2.4", "Access is reviewed every six months", "Q15"),
          of("8.2.1", "Everybody has an id of their own", "Q17"),
          of("8.2.2", "Shared ids are exceptions", "Q17"),
          of("8.2.4", "Ids are added, changed and deleted by rule", "Q07"),
          of("8.2.5", "Access of leavers ends at once", "Q16"),
          of("8.2.6", "Inactive accounts end within 90 days", "Q17"),
          of("8.2.8", "Idle sessions end after 15 minutes", "Q20"),
          of("8.3.4", "Guessing locks an account", "Q20"),
          of("8.4.1", "Administrators use a second factor", "Q19"),
          of("8.4.2", "Access to cardholder data takes a second factor", "Q19"),
          of("10.2.1.1", "Access to cardholder data is logged", "Q04"),
          of("10.2.1.2", "Actions of administrators are logged", "Q03"),
          of("10.2.1.3", "Access to audit logs is logged", "Q05"),
          of("10.2.1.4", "Invalid attempts at access are logged", "Q06"),
          of("10.2.1.5", "Changes of credentials are logged", "Q07"),
          of("10.2.1.6", "Starting and stopping of logs is logged", "Q08"),
          of("10.2.1.7", "Making and deleting of system objects is logged", "Q09"),
          of("10.2.2", "Log entries have what it takes", "Q01"),
          of("10.3.1", "Logs are read by those who need to", "Q05"),
          of("10.3.2", "Logs cannot be changed", "Q10"),
          of("10.3.3", "Logs are copied elsewhere soon", "Q11"),
          of("10.3.4", "Changes of logs are detected", "Q10"),
          of("10.4.1", "Logs are reviewed every day", "Q12"),
          of("10.4.1.1", "Reviews are automated", "Q12"),
          of("10.4.3", "Anomalies are dealt with", "Q12"),
          of("10.5.1", "Logs are kept for a year, three months of it at hand", "Q13"),
          of("10.6.1", "Clocks agree", "Q14"),
          of("10.6.3", "Settings of clocks are guarded", "Q14"),
          of("10.7.1", "Failures of controls are detected", "Q35").binding("service providers"),
          of("10.7.2", "Failures of critical controls are detected and told", "Q35"),
          of("10.7.3", "Failures of critical controls are answered", "Q35"),
          of("12.10.5", "Alerts of monitoring are answered", "Q26", "Q27"));
}
