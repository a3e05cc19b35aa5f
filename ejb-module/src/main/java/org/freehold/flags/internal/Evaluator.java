package org.freehold.flags.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.freehold.engine.flags.Evaluation;
import org.freehold.engine.flags.Explanation;
import org.freehold.engine.flags.FlagContext;
import org.freehold.engine.flags.FlagSet;
import org.freehold.flags.FlagAnswer;
import org.freehold.platform.CurrentCall;
import org.freehold.platform.TenantRef;

/** Asks the compiled flags of the caller's tenant. */
@ApplicationScoped
public class Evaluator {
  private static final long HALF_A_DAY = Duration.ofHours(12).toMillis();

  @Inject private FlagSets sets;

  /** For one context in one environment. */
  public Asked in(String environment, Map<String, JsonValue> context) {
    TenantRef tenant = CurrentCall.get().requireTenant();
    TenantFlags flags = sets.of(tenant.id());
    return new Asked(
        environment,
        sets.in(tenant.id(), flags, environment),
        flags.revision(),
        context,
        Contexts.of(context, tenant),
        tenant);
  }

  /** A context together with the flags that it is evaluated with. */
  public record Asked(
      String environment,
      FlagSet flags,
      String revision,
      Map<String, JsonValue> context,
      FlagContext engineContext,
      TenantRef tenant) {

    public Evaluation evaluate(String key, long now) {
      return flags.evaluate(key, engineContext, now);
    }

    public List<Evaluation> evaluateAll(long now) {
      return flags.evaluateAll(engineContext, now);
    }

    /** Null when there is no such flag. */
    public FlagAnswer explain(String key, long now) {
      Explanation explanation = flags.explain(key, engineContext, now);
      return explanation.evaluation().found() ? Told.of(environment, explanation) : null;
    }

    /**
     * Of all that the values depend on: the flags, what is known of the context, and the time. Also
     * another one twice a day, since the ticket of an answer's stream is good for one.
     */
    public String tag(long now) {
      String text =
          String.join(
              "\n",
              revision,
              environment,
              tenant.id().value().toString(),
              tenant.plan().tier(),
              Integer.toString(flags.turnsUntil(now)),
              Long.toString(now / HALF_A_DAY),
              Contexts.canonical(context));
      try {
        byte[] digest =
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
