package org.freehold.benchmarks;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.freehold.identity.CallResolution;
import org.freehold.identity.IdentitySettings;
import org.freehold.identity.ResolvedCall;
import org.freehold.identity.TenantHints;
import org.freehold.identity.TenantNaming;
import org.freehold.identity.internal.AccessTokens;
import org.freehold.identity.internal.CallerRepository;
import org.freehold.identity.internal.HostNames;
import org.freehold.identity.internal.KeyRing;
import org.freehold.platform.Placement;
import org.freehold.platform.TenantId;
import org.freehold.platform.TenantPlan;
import org.freehold.platform.TenantRef;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Who sends a request and for which tenant: all of it but the one query. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ResolutionBenchmark {
  private static final class OneKey extends KeyRing {
    private final PublicJsonWebKey key = made();

    private static PublicJsonWebKey made() {
      try {
        EllipticCurveJsonWebKey key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId("019ab1c2-0000-7000-8000-000000000001");
        return key;
      } catch (JoseException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public PublicJsonWebKey signing() {
      return key;
    }

    @Override
    public Optional<PublicJsonWebKey> byId(String kid) {
      return kid.equals(key.getKeyId()) ? Optional.of(key) : Optional.empty();
    }
  }

  private static final class FixedSettings extends IdentitySettings {
    @Override
    public String publicUrl() {
      return "https://freehold.example";
    }

    @Override
    public Duration accessTokenLife() {
      return Duration.ofDays(1);
    }
  }

  private static final class KnownCaller extends CallerRepository {
    private final Optional<Caller> caller =
        Optional.of(
            new Caller(
                "maria@techcorp.example",
                null,
                new TenantRef(
                    new TenantId(new UUID(1, 1)),
                    "techcorp",
                    "active",
                    true,
                    true,
                    new Placement("tenant"),
                    new TenantPlan("enterprise", "enterprise", Map.of(), Map.of()))));

    @Override
    public Optional<Caller> find(AccessTokens.Bearer who, String slug, String domain) {
      return caller;
    }
  }

  private final HostNames hosts = Injected.with(new HostNames(), "freehold.example");
  private final KeyRing keys = new OneKey();
  private final IdentitySettings settings = new FixedSettings();
  private final AccessTokens tokens = Injected.with(new AccessTokens(), keys, settings);
  private final CallResolution resolution =
      Injected.with(
          new CallResolution(),
          Injected.with(new TenantNaming(), hosts),
          tokens,
          new KnownCaller());
  private final String token = tokens.issue(new UUID(2, 2), new UUID(3, 3));
  private final TenantHints hints =
      new TenantHints("techcorp", "techcorp.freehold.example", "techcorp", false);

  @Benchmark
  public HostNames.Named tenantOfASubdomain() {
    return hosts.tenantOf("TechCorp.freehold.example");
  }

  @Benchmark
  public HostNames.Named tenantOfAnAddress() {
    return hosts.tenantOf("127.0.0.1");
  }

  /** ES256, issuer, audience, type and times, by an instance that has not seen the token. */
  @Benchmark
  public Optional<AccessTokens.Bearer> tokenForTheFirstTime() {
    return Injected.with(new AccessTokens(), keys, settings).verify(token);
  }

  /** The signature is not computed again for a token that was good a moment ago. */
  @Benchmark
  public Optional<AccessTokens.Bearer> tokenSeenBefore() {
    return tokens.verify(token);
  }

  /** Host, header and path agree, and the token was seen before; the query answers at once. */
  @Benchmark
  public ResolvedCall wholeResolution() {
    return resolution.resolve(token, hints);
  }
}
