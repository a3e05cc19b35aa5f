package org.freehold.environments.database.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.freehold.engine.migration.Plan;
import org.freehold.environments.JournalState;
import org.freehold.environments.MigrationFailed;
import org.freehold.environments.Progress;

/** One plan that dying servers work on. */
final class Killing {
  private final Site site;
  private final Plan plan;
  private final Set<String> varying;
  private final Random random;
  private final String about;
  private final List<MortalServer> servers = new ArrayList<>();
  private final List<String> story = new ArrayList<>();
  private final List<String> wordsUp = new ArrayList<>();
  private final List<String> wordsDown = new ArrayList<>();
  private int deaths;

  /**
   * @param varying columns whose values are others each time
   */
  Killing(Site site, Plan plan, Set<String> varying, Random random, String about) {
    this.site = site;
    this.plan = plan;
    this.varying = varying;
    this.random = random;
    this.about = about;
  }

  /** Applies and undoes it so often; answers how many servers died of it. */
  int run(int times) throws SQLException, MigrationFailed {
    Rows start = Rows.of(site, Set.of());
    UUID first = UUID.randomUUID();
    MigrationFailed refused = living(first, true, wordsUp);
    Rows end = refused == null ? Rows.of(site, varying) : null;
    assertThat(living(first, false, wordsDown)).isNull();
    same(start, Set.of());
    for (int i = 0; i < times; i++) {
      try {
        dieAndRecover(start, end, refused);
      } finally {
        bury();
      }
    }
    return deaths;
  }

  /** {@code end} is null when PostgreSQL does not take the plan. */
  private void dieAndRecover(Rows start, Rows end, MigrationFailed refused)
      throws SQLException, MigrationFailed {
    UUID deployment = UUID.randomUUID();
    dying(deployment, true, refused);
    if (end != null && random.nextBoolean()) {
      mayDie(deployment, true);
      go(site, deployment, true);
      same(end, varying);
      assertThat(journal(deployment)).as(told()).isEqualTo(JournalState.State.APPLIED);
    }
    mayDie(deployment, false);
    go(site, deployment, false);
    same(start, Set.of());
    assertThat(journal(deployment)).as(told()).isEqualTo(JournalState.State.UNDONE);
  }

  /** What the dead left open was open until now. */
  private void bury() throws SQLException {
    for (MortalServer server : servers) {
      server.close();
    }
    servers.clear();
    story.clear();
  }

  /** Without a death; keeps what is said, and answers why PostgreSQL did not take it. */
  private MigrationFailed living(UUID deployment, boolean up, List<String> words)
      throws SQLException {
    try (MortalServer server = new MortalServer(null)) {
      try {
        go(server.reach(site), deployment, up);
        return null;
      } catch (MigrationFailed e) {
        return e;
      } finally {
        words.addAll(server.said());
      }
    }
  }

  private void go(Site reached, UUID deployment, boolean up) throws MigrationFailed {
    PlanRunner runner = new PlanRunner(reached, deployment, Backfills.NONE, Progress.SILENT);
    if (up) {
      runner.apply(plan);
    } else {
      runner.undo(plan);
    }
  }

  private void mayDie(UUID deployment, boolean up) throws SQLException, MigrationFailed {
    if (random.nextInt(3) == 0) {
      dying(deployment, up, null);
    }
  }

  /** {@code refused} is what PostgreSQL says to the plan itself; null when it takes it. */
  private void dying(UUID deployment, boolean up, MigrationFailed refused)
      throws SQLException, MigrationFailed {
    MortalServer server = new MortalServer(Death.byChance(random, up ? wordsUp : wordsDown));
    servers.add(server);
    try {
      go(server.reach(site), deployment, up);
    } catch (MigrationFailed e) {
      if (!server.isDead() && (refused == null || !refused.code().equals(e.code()))) {
        throw e;
      }
    }
    deaths += server.isDead() ? 1 : 0;
    story.add((up ? "up " : "down ") + server.epitaph());
  }

  private JournalState.State journal(UUID deployment) throws MigrationFailed {
    return Databases.journal(site, deployment).state();
  }

  private void same(Rows expected, Set<String> unlike) throws SQLException, MigrationFailed {
    Rows now = Rows.of(site, unlike);
    assertThat(expected.differences(now)).as(told()).isEmpty();
    assertThat(now.rows()).as(told()).isEqualTo(expected.rows());
  }

  private String told() {
    return about + " " + story;
  }
}
