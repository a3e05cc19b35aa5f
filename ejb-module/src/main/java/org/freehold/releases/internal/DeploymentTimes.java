package org.freehold.releases.internal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** When a deployment came how far; never changes. */
@Embeddable
public class DeploymentTimes {
  /** Of one that nobody promoted. */
  static final DeploymentTimes NONE = new DeploymentTimes(null, null, null, null);

  @Column(name = "promoting_at")
  private Instant promotingAt;

  @Column(name = "live_at")
  private Instant liveAt;

  @Column(name = "soaked_at")
  private Instant soakedAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  protected DeploymentTimes() {}

  private DeploymentTimes(Instant promoting, Instant live, Instant soaked, Instant ended) {
    promotingAt = promoting;
    liveAt = live;
    soakedAt = soaked;
    endedAt = ended;
  }

  /** All at once. */
  static DeploymentTimes at(Instant now) {
    return new DeploymentTimes(now, now, now, now);
  }

  DeploymentTimes promoting(Instant now) {
    return new DeploymentTimes(now, liveAt, soakedAt, endedAt);
  }

  DeploymentTimes live(Instant now) {
    return new DeploymentTimes(promotingAt, now, soakedAt, endedAt);
  }

  DeploymentTimes soaked(Instant now) {
    return new DeploymentTimes(promotingAt, liveAt, now, endedAt);
  }

  /** Null: it has not ended after all. */
  DeploymentTimes ended(Instant now) {
    return new DeploymentTimes(promotingAt, liveAt, soakedAt, now);
  }

  /** Null before somebody asked for its promotion. */
  public Instant promotingAt() {
    return promotingAt;
  }

  /** Since when it is in place. */
  public Instant liveAt() {
    return liveAt;
  }

  public Instant soakedAt() {
    return soakedAt;
  }

  public Instant endedAt() {
    return endedAt;
  }
}
