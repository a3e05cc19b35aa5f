package org.freehold.jobs;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.freehold.platform.Invalid;

/**
 * When a schedule fires: five fields (minutes, hours, day of month, month, day of week) or six with
 * seconds first, in a time zone. A local time that a change of the clock leaves out is left out.
 */
public final class Cron {
  private static final int WITHOUT_SECONDS = 5;

  private final ExecutionTime times;
  private final ZoneId zone;

  private Cron(ExecutionTime times, ZoneId zone) {
    this.times = times;
    this.zone = zone;
  }

  /** {@link Invalid} at {@code /cron} or {@code /zone}; so is a time that never comes. */
  public static Cron of(String fields, String zone) {
    ZoneId place;
    try {
      place = ZoneId.of(zone);
    } catch (DateTimeException e) {
      throw Invalid.at("/zone", "zone", "There is no time zone " + zone + "; take one like UTC.");
    }
    Cron cron = new Cron(times(fields.strip()), place);
    cron.next(Instant.EPOCH).orElseThrow(() -> refused("This time never comes."));
    return cron;
  }

  private static ExecutionTime times(String fields) {
    String six = fields.split("\\s+").length == WITHOUT_SECONDS ? "0 " + fields : fields;
    CronParser parser =
        new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.SPRING));
    try {
      return ExecutionTime.forCron(parser.parse(six));
    } catch (IllegalArgumentException e) {
      throw refused("This is no cron expression: five fields, as in \"30 3 * * *\".");
    }
  }

  private static Invalid refused(String detail) {
    return Invalid.at("/cron", "cron", detail);
  }

  /** The first time after the given one, which itself is none of them. */
  public Instant after(Instant moment) {
    return next(moment).orElseThrow(() -> refused("This time never comes."));
  }

  private Optional<Instant> next(Instant moment) {
    return times.nextExecution(moment.atZone(zone)).map(time -> time.toInstant());
  }
}
