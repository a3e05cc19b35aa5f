package org.freehold.market;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.freehold.market.TemplateUseDetails.UsedTemplate;
import org.freehold.market.internal.Blueprint;
import org.freehold.market.internal.PreparedVersion;
import org.freehold.market.internal.TemplateDocument;
import org.freehold.market.internal.TemplateShelf;
import org.freehold.market.internal.TemplateUse;
import org.freehold.market.internal.TemplateUseRepository;
import org.freehold.market.internal.UsedThingRepository;
import org.freehold.plans.PlatformOnly;
import org.freehold.platform.Audited;
import org.freehold.platform.ChangeLog;
import org.freehold.platform.Conflict;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.Guarded;
import org.freehold.platform.NotAudited;
import org.freehold.platform.NotFound;
import org.freehold.platform.RequiresPermission;
import org.freehold.platform.SystemCall;
import org.freehold.platform.TenantId;
import org.freehold.platform.json.JsonText;
import org.freehold.releases.ReleaseId;

/** What the platform knows of an upgrade: the two versions with the answers of the use. */
@Stateless
@Guarded
public class UpgradeBook {
  private static final String UPGRADE = "upgrade";
  private static final String USE = "template_use";

  @Inject private TemplateUseRepository uses;
  @Inject private UsedThingRepository things;
  @Inject private TemplateShelf shelf;
  @Inject private ChangeLog changes;
  @Inject private Clock clock;

  /** Both versions, filled with the same answers. */
  public record Upgrade(
      TenantId tenant,
      UsedTemplate from,
      UsedTemplate to,
      Blueprint old,
      Blueprint next,
      Map<String, JsonValue> answers) {
    /** Where the release begins; {@code dev} for a template without a release. */
    public String toEnv() {
      return next.release() == null ? "dev" : next.release().toEnv();
    }
  }

  @RequiresPermission("templates:read")
  public Upgrade upgrade(TemplateUseId id) {
    return found(id);
  }

  /** Whether the caller may have it prepared. */
  @RequiresPermission("templates:write")
  @NotAudited("It changes nothing: the change that it permits is on record when it is made.")
  public Upgrade permit(TemplateUseId id) {
    return found(id);
  }

  private Upgrade found(TemplateUseId id) {
    PlatformOnly.require();
    TemplateUse use = find(id);
    TemplateUseDetails known = use.details();
    if (known.status() != TemplateUseStatus.MADE) {
      throw new Conflict(
          "template_use_not_made",
          "The tenant was not made, or is not yet.",
          "GET /api/market/uses/{id} tells how far it is.");
    }
    UsedTemplate from = known.template();
    TemplateDocument newest =
        shelf
            .newerThan(from.id(), from.version())
            .orElseThrow(
                () ->
                    new Conflict(
                        "no_newer_template",
                        "There is no version of " + from.id() + " after " + from.version() + ".",
                        "POST /api/market/templates adds one."));
    UsedTemplate to = new UsedTemplate(newest.id(), newest.version().toString(), newest.digest());
    Map<String, JsonValue> answers = answers(newest, known.answers());
    return new Upgrade(
        known.tenantId(),
        from,
        to,
        use.blueprint(),
        newest.filled(answers).withoutSecrets(),
        answers);
  }

  /** The same as before, as far as the newer version asks it. */
  private static Map<String, JsonValue> answers(
      TemplateDocument newest, Map<String, JsonValue> before) {
    JsonObjectBuilder given = JsonText.PROVIDER.createObjectBuilder();
    before.forEach(
        (name, answer) -> {
          if (newest.names().contains(name)) {
            given.add(name, answer);
          }
        });
    Map<String, JsonValue> answers = new TreeMap<>(newest.answered(given.build()));
    answers.keySet().removeAll(newest.secrets());
    return answers;
  }

  /** When the release is in place the use is one of the newer version. */
  @RequiresPermission("templates:write")
  @Audited(value = "template.upgrade_prepared", complianceRelevant = true)
  public void prepared(TemplateUseId id, Upgrade upgrade, ReleaseId release) {
    TemplateUse use = find(id);
    UsedTemplate before = use.details().template();
    TenantId platform = CurrentCall.tenantId();
    Instant now = clock.instant();
    uses.add(
        new PreparedVersion(
            platform, id, release, upgrade.to(), upgrade.answers(), upgrade.next(), now));
    things.add(
        platform,
        id,
        new UsedThing(
            UPGRADE,
            key(id, upgrade.to().version()),
            release.value(),
            "/api/releases/" + release.value(),
            UsedThing.Outcome.MADE),
        now);
    changes.about(USE, id.value()).before(before).after(upgrade.to());
  }

  /** The same may be prepared again, when its release was rejected. */
  private String key(TemplateUseId id, String version) {
    long times =
        things.all(CurrentCall.tenantId(), id).stream()
            .filter(thing -> thing.kind().equals(UPGRADE))
            .filter(
                thing -> thing.key().equals(version) || thing.key().startsWith(version + " again "))
            .count();
    return times == 0 ? version : version + " again " + times;
  }

  /** The tenant that the release upgrades; empty for any other release. */
  @SystemCall
  @NotAudited("It only reads.")
  public Optional<TenantId> upgraded(ReleaseId release) {
    TenantId platform = CurrentCall.tenantId();
    return uses.carriedBy(platform, release)
        .flatMap(prepared -> uses.byId(platform, prepared.use()))
        .map(TemplateUse::madeTenant);
  }

  /** The release is in place in its last environment: the use is of the newer version. */
  @SystemCall
  @Audited(value = "template.upgraded", complianceRelevant = true)
  public void live(ReleaseId release) {
    settle(release, true, PreparedVersion::takeTo);
  }

  /** The release is undone there: the use is of the version that it was of before. */
  @SystemCall
  @Audited(value = "template.upgrade_undone", complianceRelevant = true)
  public void undone(ReleaseId release) {
    settle(release, false, PreparedVersion::takeBack);
  }

  private void settle(
      ReleaseId release, boolean live, BiConsumer<PreparedVersion, TemplateUse> taking) {
    TenantId platform = CurrentCall.tenantId();
    PreparedVersion prepared =
        uses.carriedBy(platform, release)
            .filter(one -> one.become(live, clock.instant()))
            .orElse(null);
    if (prepared == null) {
      changes.nothingChanged();
      return;
    }
    TemplateUse use = uses.locked(platform, prepared.use()).orElseThrow();
    UsedTemplate before = use.details().template();
    taking.accept(prepared, use);
    uses.flush();
    changes.about(USE, use.id().value()).before(before).after(use.details().template());
  }

  private TemplateUse find(TemplateUseId id) {
    return uses.byId(CurrentCall.tenantId(), id).orElseThrow(() -> new NotFound("template_use"));
  }
}
