package org.freehold.benchmarks.webhooks;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.jobrunr.configuration.JobRunr;
import org.jobrunr.jobs.lambdas.JobRequest;
import org.jobrunr.jobs.lambdas.JobRequestHandler;
import org.jobrunr.scheduling.JobRequestScheduler;
import org.jobrunr.server.BackgroundJobServerConfiguration;
import org.jobrunr.server.JobActivator;
import org.jobrunr.storage.sql.postgres.PostgresStorageProvider;

/** The same posts as background jobs of JobRunr, in its edition under the LGPL. */
final class JobRunrPeer implements Contender {
  private static final int THREADS = 64;

  /** It takes none shorter; while there is work it fetches more without waiting for it. */
  private static final Duration SHORTEST_POLL = Duration.ofSeconds(5);

  /** A job; with a constructor and fields as its mapper likes them. */
  public static final class Posted implements JobRequest {
    private int mark;
    private int endpoint;
    private String body;

    public Posted() {}

    Posted(Post post) {
      mark = post.mark();
      endpoint = post.endpoint();
      body = post.body();
    }

    @Override
    public Class<Poster> getJobRequestHandler() {
      return Poster.class;
    }
  }

  /** Does it. */
  public static final class Poster implements JobRequestHandler<Posted> {
    private final Posting posting;

    Poster(Posting posting) {
      this.posting = posting;
    }

    @Override
    public void run(Posted job) {
      posting.send(new Post(job.mark, job.endpoint, job.body));
    }
  }

  private final PeerDatabase database;
  private final int endpoints;
  private final Posting posting;

  JobRunrPeer(PeerDatabase database, int port, int endpoints) {
    this.database = database;
    this.endpoints = endpoints;
    posting = new Posting(port);
  }

  @Override
  public String name() {
    return "JobRunr 8.7";
  }

  @Override
  public void begin(int messages) {
    JobRequestScheduler scheduler =
        JobRunr.configure()
            .useStorageProvider(new PostgresStorageProvider(database.pool()))
            .useJobActivator(
                new JobActivator() {
                  @Override
                  public <T> T activateJob(Class<T> type) {
                    return type == Poster.class ? type.cast(new Poster(posting)) : null;
                  }
                })
            .useBackgroundJobServer(
                BackgroundJobServerConfiguration.usingStandardBackgroundJobServerConfiguration()
                    .andWorkerCount(THREADS)
                    .andPollInterval(SHORTEST_POLL),
                false)
            .initialize()
            .getJobRequestScheduler();
    scheduler.enqueue(
        IntStream.range(0, messages).mapToObj(mark -> new Posted(Post.of(mark, mark % endpoints))));
    JobRunr.getBackgroundJobServer().start();
  }

  @Override
  public long open() throws SQLException {
    return database.count("select count(*) from jobrunr_jobs where state <> 'SUCCEEDED'");
  }

  @Override
  public void rest() throws SQLException {
    JobRunr.destroy();
    database.run("truncate jobrunr_jobs");
  }

  @Override
  public void close() throws IOException {
    posting.close();
  }
}
