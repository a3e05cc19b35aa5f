package org.freehold.benchmarks.webhooks;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The same posts as one-time tasks of db-scheduler, polled with lock and fetch, which its
 * documentation recommends on PostgreSQL for many executions.
 */
final class DbSchedulerPeer implements Contender {
  private static final int THREADS = 64;
  private static final int TOGETHER = 1000;
  private static final String TABLE =
      "create table scheduled_tasks (task_name text not null, task_instance text not null,"
          + " task_data bytea, execution_time timestamptz not null, picked boolean not null,"
          + " picked_by text, last_success timestamptz, last_failure timestamptz,"
          + " consecutive_failures int, last_heartbeat timestamptz, version bigint not null,"
          + " priority smallint, primary key (task_name, task_instance));"
          + " create index execution_time_idx on scheduled_tasks (execution_time);"
          + " create index last_heartbeat_idx on scheduled_tasks (last_heartbeat);"
          + " create index priority_execution_time_idx"
          + " on scheduled_tasks (priority desc, execution_time asc)";

  private final PeerDatabase database;
  private final int endpoints;
  private final Posting posting;
  private final OneTimeTask<Post> task;
  private Scheduler scheduler;

  DbSchedulerPeer(PeerDatabase database, int port, int endpoints) throws SQLException {
    this.database = database;
    this.endpoints = endpoints;
    posting = new Posting(port);
    task =
        Tasks.oneTime("post", Post.class)
            .execute((instance, context) -> posting.send(instance.getData()));
    database.run(TABLE);
  }

  @Override
  public String name() {
    return "db-scheduler 16.12";
  }

  @Override
  public void begin(int messages) {
    scheduler =
        Scheduler.create(database.pool(), task)
            .threads(THREADS)
            .pollingInterval(Duration.ofMillis(100))
            .pollUsingLockAndFetch(0.5, 4.0)
            .build();
    List<TaskInstance<?>> some = new ArrayList<>();
    for (int mark = 0; mark < messages; mark++) {
      some.add(task.instance(Integer.toString(mark), Post.of(mark, mark % endpoints)));
      if (some.size() == TOGETHER || mark == messages - 1) {
        scheduler.scheduleBatch(some, Instant.now());
        some.clear();
      }
    }
    scheduler.start();
  }

  @Override
  public long open() throws SQLException {
    return database.count("select count(*) from scheduled_tasks");
  }

  @Override
  public void rest() {
    scheduler.stop();
  }

  @Override
  public void close() throws IOException {
    posting.close();
  }
}
