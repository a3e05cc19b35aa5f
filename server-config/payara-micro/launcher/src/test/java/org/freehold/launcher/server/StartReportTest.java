package org.freehold.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StartReportTest {
  private static final String PREFIX = "[2026-11-21T05:29:48.647+0000] [] ";
  private static final String SUFFIX =
      " [javax.enterprise.system.core] [tid: _ThreadID=1 _ThreadName=main]"
          + " [timeMillis: 1795238988647] [levelValue: 1000] ";

  private final StartReport report = new StartReport();

  @Test
  void isNotReadyBeforeTheServerSaysSo() {
    report.see(PREFIX + "[INFO] []" + SUFFIX + "Network Listener http-listener started");
    assertThat(report.saysReady()).isFalse();
    report.see(PREFIX + "[INFO] [] [PayaraMicro] Payara Micro 6 (build 42) ready in 15,089 (ms)");
    assertThat(report.saysReady()).isTrue();
  }

  @Test
  void givesTheFirstSevereRecordWithoutItsStack() {
    report.see(PREFIX + "[SEVERE] [NCLS-CORE-00026]" + SUFFIX + "[[");
    report.see("  Exception during lifecycle processing");
    report.see("java.lang.IllegalStateException: no master key");
    report.see("\tat org.freehold.Keys.open(Keys.java:12)");
    report.see("]]");
    report.see(PREFIX + "[INFO] []" + SUFFIX + "[[");
    report.see("  nothing of interest");
    assertThat(report.reasons())
        .containsExactly(
            "Exception during lifecycle processing",
            "java.lang.IllegalStateException: no master key");
  }

  @Test
  void givesTheLastExceptionWhenNothingWasSevere() {
    report.see(PREFIX + "[WARNING] []" + SUFFIX + "[[");
    report.see("  StandardWrapperValve[default]: Servlet.service() threw exception");
    report.see("java.lang.ClassCastException: class A cannot be cast to class B");
    report.see("\tat org.freehold.Keys.open(Keys.java:12)");
    assertThat(report.reasons())
        .containsExactly("java.lang.ClassCastException: class A cannot be cast to class B");
  }

  @Test
  void staysShort() {
    for (int i = 0; i < 50; i++) {
      report.see(PREFIX + "[SEVERE] []" + SUFFIX + "reason " + i + " " + "x".repeat(5000));
    }
    assertThat(report.reasons()).hasSizeLessThan(10).allMatch(reason -> reason.length() < 500);
  }
}
