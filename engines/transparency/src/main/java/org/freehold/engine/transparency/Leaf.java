package org.freehold.engine.transparency;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/**
 * Collects the parts of one audit event. Needed are log, id, nonce, time, actor, action and its
 * class, and outcome; recorded is the time unless said otherwise, severity 1 (informational).
 */
public final class Leaf {

  private static final int NONCE_BYTES = 16;

  private String log;
  private UUID id;
  private String nonce;
  private Instant time;
  private Instant recorded;
  private LeafActor actor;
  private LeafActor onBehalf;
  private String observer;
  private String action;
  private ActionClass actionClass;
  private LeafTarget target;
  private Outcome outcome;
  private String reason;
  private int severity = 1;
  private String origin;
  private String request;
  private String policy;
  private String retention;
  private final List<LeafChange> changes = new ArrayList<>();
  private final List<String> commitments = new ArrayList<>();
  private LeafCategory category;

  public Leaf log(String originLine) {
    this.log = originLine;
    return this;
  }

  public Leaf id(UUID event) {
    this.id = event;
    return this;
  }

  /** Draws the nonce. */
  public Leaf nonce(SecureRandom random) {
    byte[] drawn = new byte[NONCE_BYTES];
    random.nextBytes(drawn);
    return nonce(drawn);
  }

  /** Takes a nonce of 16 bytes drawn elsewhere. */
  public Leaf nonce(byte[] drawn) {
    if (drawn.length != NONCE_BYTES) {
      throw new IllegalArgumentException("A nonce has 16 bytes, not " + drawn.length);
    }
    this.nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(drawn);
    return this;
  }

  public Leaf time(Instant occurred) {
    this.time = occurred;
    return this;
  }

  public Leaf recorded(Instant written) {
    this.recorded = written;
    return this;
  }

  public Leaf actor(LeafActor who) {
    this.actor = who;
    return this;
  }

  public Leaf onBehalf(LeafActor whom) {
    this.onBehalf = whom;
    return this;
  }

  public Leaf observer(String component) {
    this.observer = component;
    return this;
  }

  public Leaf action(String name, ActionClass kind) {
    this.action = name;
    this.actionClass = kind;
    return this;
  }

  public Leaf target(String type, String targetId) {
    this.target = new LeafTarget(type, targetId);
    return this;
  }

  public Leaf outcome(Outcome how) {
    this.outcome = how;
    return this;
  }

  public Leaf reason(String why) {
    this.reason = why;
    return this;
  }

  /** 0 to 6 after OCSF. */
  public Leaf severity(int level) {
    this.severity = level;
    return this;
  }

  public Leaf origin(String endpointOrJob) {
    this.origin = endpointOrJob;
    return this;
  }

  public Leaf request(String requestId) {
    this.request = requestId;
    return this;
  }

  public Leaf policy(String hash) {
    this.policy = hash;
    return this;
  }

  public Leaf retention(String retentionClass) {
    this.retention = retentionClass;
    return this;
  }

  public Leaf change(LeafChange change) {
    changes.add(change);
    return this;
  }

  /** Commits to a disclosure; keeping the disclosure itself is the caller's part. */
  public Leaf disclosure(Disclosure disclosure) {
    commitments.add(disclosure.commitment());
    return this;
  }

  public Leaf category(LeafCategory touched) {
    this.category = touched;
    return this;
  }

  /** Throws {@link NullPointerException} naming the first needed part that is missing. */
  public LeafContent content() {
    return new LeafContent(
        log,
        id,
        nonce,
        time,
        recorded == null ? time : recorded,
        actor,
        onBehalf,
        observer,
        action,
        actionClass,
        target,
        outcome,
        reason,
        severity,
        origin,
        request,
        policy,
        retention,
        changes,
        commitments,
        category);
  }
}
