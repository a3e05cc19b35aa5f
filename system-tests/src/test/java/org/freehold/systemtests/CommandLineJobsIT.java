package org.freehold.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.freehold.systemtests.Terminal.Ended;
import org.freehold.systemtests.Terminal.Running;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs from the command line: started, waited for, followed, steered and planned. */
@Patient
class CommandLineJobsIT {
  private static final String ID = "[0-9a-f-]{36}";

  @TempDir private static Path folder;
  private static TestTenant tenant;
  private static Terminal owner;

  @BeforeAll
  static void signIn() {
    tenant = Fixtures.tenant();
    owner =
        Terminal.in(folder)
            .with("FREEHOLD_TOKEN", tenant.api().token())
            .with("FREEHOLD_TENANT", tenant.slug());
  }

  @Test
  void aRunIsWaitedForAndShown() {
    assertThat(owner.run("jobs", "list").is(0).row("rehearsal")).contains("Rehearsal");
    assertThat(owner.run("jobs", "parameters", "rehearsal").is(0).row("pause_ms"))
        .matches("pause_ms +integer +false +0 +1000 +\\S.*");
    Ended waited = start("steps=3", "pause_ms=0", "--wait").is(0);
    assertThat(waited.err()).contains("completed: 3 of 3 steps, 100%").doesNotContain("\u001b");
    assertThat(waited.out()).matches("Run " + ID + " has completed.\n");
    String run = waited.out().split(" ")[1];
    assertThat(owner.run("jobs", "show", run).is(0).row("status")).matches("status +completed");
    assertThat(owner.run("jobs", "runs", "rehearsal", "--status", "completed").is(0).row(run))
        .contains(" 100 ");
    assertThat(owner.run("jobs", "logs", run).is(0).out())
        .startsWith("TIME ")
        .endsWith("Completed\n");
  }

  @Test
  void aFailedRunIsRestartedOrGivenUp() {
    Ended failed = start("steps=3", "pause_ms=0", "fail_at=2", "--wait", "--output", "json").is(1);
    assertThat(failed.json().getString("status")).isEqualTo("failed");
    String run = failed.json().getString("id");
    Ended followed = owner.run("jobs", "logs", run, "--follow", "--output", "json").is(1);
    assertThat(followed.out().lines())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).startsWith("{").contains("\"message\""));
    assertThat(followed.err()).contains("has failed.", "Asked to fail at step 2");
    assertThat(owner.run("jobs", "restart", run, "--wait").is(0).out())
        .isEqualTo("Run " + run + " has completed.\n");
    assertThat(owner.run("jobs", "abandon", run).is(1).err()).contains("(run_not_abandonable, ");

    Ended again = start("steps=3", "pause_ms=0", "fail_at=1", "--wait", "--output", "json").is(1);
    String other = again.json().getString("id");
    assertThat(owner.run("jobs", "abandon", other).is(0).out())
        .isEqualTo("Run " + other + " is abandoned.\n");
  }

  @Test
  void aRunIsFollowedUntilSomebodyStopsIt() {
    String run = start("steps=1000", "pause_ms=100").is(0).out().split(" ")[1];
    Running follower = owner.start("", "jobs", "logs", run, "-f");
    Await.until(Duration.ofSeconds(30), follower::outSoFar, out -> out.contains("info"));
    assertThat(follower.process().isAlive()).isTrue();
    assertThat(owner.run("jobs", "stop", run).is(0).out()).contains("Run " + run + " is stop");
    Ended followed = follower.ended().is(1);
    assertThat(followed.err()).isEqualTo("Run " + run + " was stopped.\n");
    assertThat(followed.out().lines()).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void aScheduleIsMadeSwitchedOffAndDeleted() {
    Ended wrong = owner.run("jobs", "schedules", "create", "rehearsal", "--cron", "never").is(1);
    assertThat(wrong.err()).startsWith("cron: ");
    String[] create = {"jobs", "schedules", "create", "rehearsal", "--cron", "0 3 * * *"};
    String made = owner.run(create).is(0).out();
    assertThat(made)
        .matches("Schedule " + ID + " is made; it starts rehearsal next at .*T03:00:00Z.\n");
    String id = made.split(" ")[1];
    assertThat(owner.run("jobs", "schedules", "disable", id).is(0).out())
        .isEqualTo("Schedule " + id + " is switched off.\n");
    assertThat(owner.run("jobs", "schedules", "list").is(0).row(id))
        .matches(id + " +rehearsal +0 3 \\* \\* \\* +UTC +false");
    assertThat(owner.run("jobs", "schedules", "enable", id, "--output", "json").is(0).json())
        .containsKey("next_fire_at");
    owner.run("jobs", "schedules", "delete", id).is(0);
    assertThat(owner.run("jobs", "schedules", "list").is(0).out()).isEqualTo("Nothing found.\n");
  }

  @Test
  void aReportIsMadeByTheJob() {
    String from = Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.MILLIS).toString();
    String to = Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    List<String> words = new ArrayList<>(List.of("jobs", "start", "compliance-report", "--wait"));
    for (String one : List.of("framework=SOC2", "from=" + from, "to=" + to)) {
      words.addAll(List.of("-p", one));
    }
    Ended made = owner.run(words.toArray(String[]::new)).is(0);
    JsonObject report = ComplianceDesk.of(tenant).ofRun(made.out().split(" ")[1]);
    assertThat(report.getString("status")).isEqualTo("completed");
    assertThat(report.getBoolean("proved")).isTrue();
    assertThat(report.getString("from")).isEqualTo(from);
  }

  @Test
  void whatAJobDoesNotTakeIsRefused() {
    assertThat(start("steps=many").is(2).err()).startsWith("steps is a whole number.");
    assertThat(start("speed=9").is(1).err()).contains("takes no such parameter. (invalid, ");
    assertThat(owner.run("jobs", "start", "no-such-job").is(1).err()).contains("no such job");
  }

  /** Starts a rehearsal; words with an equals sign are its parameters. */
  private static Ended start(String... words) {
    List<String> all = new ArrayList<>(List.of("jobs", "start", "rehearsal"));
    for (String word : words) {
      if (word.contains("=")) {
        all.add("-p");
      }
      all.add(word);
    }
    return owner.run(all.toArray(String[]::new));
  }
}
