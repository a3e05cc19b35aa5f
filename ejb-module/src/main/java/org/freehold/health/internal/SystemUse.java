package org.freehold.health.internal;

import com.sun.management.OperatingSystemMXBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.freehold.health.HealthReport.Use;
import org.freehold.health.HealthStatus;

/** Measures processor, memory and disk against the percent at which somebody should look. */
@ApplicationScoped
public class SystemUse {
  @Inject
  @ConfigProperty(name = "freehold.health.cpu-percent")
  double cpuPercent;

  @Inject
  @ConfigProperty(name = "freehold.health.memory-percent")
  double memoryPercent;

  @Inject
  @ConfigProperty(name = "freehold.health.disk-percent")
  double diskPercent;

  @Inject
  @ConfigProperty(name = "freehold.health.disk-path")
  String diskPath;

  public Map<String, Use> measure() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    Runtime runtime = Runtime.getRuntime();
    File disk = new File(diskPath).getAbsoluteFile();
    Map<String, Use> use = new LinkedHashMap<>();
    use.put("cpu", use(system.getCpuLoad(), cpuPercent));
    double used = runtime.totalMemory() - runtime.freeMemory();
    use.put("memory", use(used / runtime.maxMemory(), memoryPercent));
    use.put("disk", use(1 - (double) disk.getUsableSpace() / disk.getTotalSpace(), diskPercent));
    return use;
  }

  private static Use use(double share, double warning) {
    if (Double.isNaN(share) || share < 0) {
      return new Use(HealthStatus.UP, null, warning);
    }
    double percent = Math.round(share * 1000) / 10.0;
    return new Use(percent >= warning ? HealthStatus.WARNING : HealthStatus.UP, percent, warning);
  }
}
