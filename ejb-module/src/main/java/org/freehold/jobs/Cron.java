package org.freehold.jobs;

import jakarta.enterprise.concurrent.CronTrigger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.freehold.platform.Invalid;

/**
 * When a schedule fires: five fields (minutes, hours, day of month, month, day of week) or six with
 * seconds first, as {@link CronTrigger} of Jakarta Concurrency reads them, in a time zone.
 */
public final class Cron {
  private final CronTrigger trigger;
  private final ZoneId zone;

  private Cron(CronTrigger trigger, ZoneId zone) {
    this.trigger = trigger;
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
    try {
      return new Cron(new CronTrigger(fields.strip(), place), place);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw Invalid.at(
          "/cron", "cron", "This is no cron expression: five fields, as in \"30 3 * * *\".");
    }
  }

  /** The first time after the given one. */
  public Instant after(Instant moment) {
    ZonedDateTime from = moment.atZone(zone);
    ZonedDateTime next = trigger.getNextRunTime(null, from);
    return next.toInstant();
  }
}
