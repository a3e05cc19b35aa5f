package org.freehold.health.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import org.freehold.platform.HealthCheck;

/** Whether threads of this node wait for each other for ever; only a restart frees them. */
@ApplicationScoped
public class ThreadHealth implements HealthCheck {
  @Override
  public String name() {
    return "threads";
  }

  @Override
  public Map<String, Object> check() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long[] deadlocked = threads.findDeadlockedThreads();
    if (deadlocked != null) {
      throw new IllegalStateException(
          deadlocked.length + " threads of this node wait for each other: restart it");
    }
    return Map.of("count", threads.getThreadCount());
  }

  @Override
  public boolean neededForReadiness() {
    return false;
  }
}
