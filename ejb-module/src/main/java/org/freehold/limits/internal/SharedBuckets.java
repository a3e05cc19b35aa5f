package org.freehold.limits.internal;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.optimization.DelayParameters;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Buckets that all nodes take from: they are in the database. */
@ApplicationScoped
public class SharedBuckets {
  private static final Logger LOG = System.getLogger(SharedBuckets.class.getName());
  private static final int FORGOTTEN_AT_ONCE = 1000;

  /** A node lets so many pass before it tells the others: half of one in a hundred. */
  private static final long UNTOLD = 200;

  private static final Duration UNTOLD_FOR = Duration.ofSeconds(1);

  @Resource(lookup = "jdbc/freehold_worker")
  private DataSource worker;

  @Resource private ManagedScheduledExecutorService executor;

  private PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;
  private ScheduledFuture<?> forgetting;

  @PostConstruct
  void open() {
    buckets =
        Bucket4jPostgreSQL.selectForUpdateBasedBuilder(worker)
            .primaryKeyMapper(PrimaryKeyMapper.STRING)
            .table("control.rate_bucket")
            .idColumn("id")
            .stateColumn("state")
            .expiresAtColumn("expires_at")
            .expirationAfterWrite(
                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                    Duration.ofMinutes(1)))
            .build();
    forgetting = executor.scheduleWithFixedDelay(this::forgetFull, 1, 1, TimeUnit.MINUTES);
  }

  @PreDestroy
  void close() {
    forgetting.cancel(false);
  }

  /** Over {@code nodes} nodes at most {@code (nodes - 1) * max(1, most / 200)} too many pass. */
  public Bucket bucket(String name, BucketConfiguration configuration, long most) {
    DelayParameters untold = new DelayParameters(Math.max(1, most / UNTOLD), UNTOLD_FOR);
    return buckets
        .builder()
        .withOptimization(Optimizations.delaying(untold))
        .build(name, () -> configuration);
  }

  /** The same bucket, asked in the database each time. */
  public Bucket exact(String name, BucketConfiguration configuration) {
    return buckets.builder().build(name, () -> configuration);
  }

  /** A bucket that is full again is as good as none. */
  private void forgetFull() {
    try {
      int gone = FORGOTTEN_AT_ONCE;
      while (gone == FORGOTTEN_AT_ONCE) {
        gone = buckets.removeExpired(FORGOTTEN_AT_ONCE);
      }
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Full buckets could not be forgotten; the next minute tries again", e);
    }
  }
}
