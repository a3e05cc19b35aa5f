package org.freehold.engine.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Shares are fair, stay with whom they met, and only grow when they are raised. */
class SplitTest {
  private static final int USERS = Boolean.getBoolean("freehold.proof") ? 1_000_000 : 50_000;

  /** Of chi-square with so many degrees of freedom, what one of 100,000 fair splits exceeds. */
  private static final Map<Integer, Double> LIMIT = Map.of(3, 25.9, 99, 168.1);

  @Test
  void aSplitIsFair() {
    for (String salt : List.of("checkout", "new-search", "a", "rollout-2026")) {
      Serve serve =
          new Serve(
              null,
              List.of(
                  new Share("a", 10_000),
                  new Share("b", 20_000),
                  new Share("c", 30_000),
                  new Share("d", 40_000)));
      Map<String, Integer> counts = new HashMap<>();
      FlagSet flags = flags(salt, null, serve);
      for (int user = 0; user < USERS; user++) {
        counts.merge(flags.evaluate(salt, context("user-" + user), 0).variant(), 1, Integer::sum);
      }
      double chi =
          serve.split().stream()
              .mapToDouble(
                  share -> {
                    double expected = (double) USERS * share.weight() / Share.WHOLE;
                    return Math.pow(counts.get(share.variant()) - expected, 2) / expected;
                  })
              .sum();
      assertThat(chi).as(salt + " " + counts).isLessThan(LIMIT.get(3));
    }
  }

  @Test
  void bucketsAreFilledAlikeAndFlagsApart() {
    int[] buckets = new int[100];
    int[] both = new int[100];
    for (int user = 0; user < USERS; user++) {
      int one = Buckets.of("one", "tenant-" + user);
      int other = Buckets.of("other", "tenant-" + user);
      buckets[one / 1000]++;
      both[one / 10_000 * 10 + other / 10_000]++;
    }
    assertThat(chiOfEqual(buckets)).isLessThan(LIMIT.get(99));
    assertThat(chiOfEqual(both)).as("two flags are independent").isLessThan(LIMIT.get(99));
  }

  private static double chiOfEqual(int[] counts) {
    double expected = (double) USERS / counts.length;
    return IntStream.of(counts)
        .mapToDouble(count -> Math.pow(count - expected, 2) / expected)
        .sum();
  }

  /** What is known of other products' users must not change with a version of this one. */
  @Test
  void bucketsAreForEver() {
    assertThat(Buckets.of("checkout", "user-1")).isEqualTo(bucketOf("checkout:user-1"));
    assertThat(Buckets.of("checkout", "ünïcode")).isEqualTo(bucketOf("checkout:ünïcode"));
  }

  private static int bucketOf(String text) {
    byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    return (int) (Integer.toUnsignedLong(Murmur3Test.plain(0, bytes)) * Share.WHOLE / (1L << 32));
  }

  @Test
  void aShareEndsWhereTheNextBegins() {
    for (int user = 0; user < 100; user++) {
      FlagContext context = context("user-" + user);
      int bucket = Buckets.of("ends", "user-" + user);
      assertThat(ofTwo(bucket).evaluate("ends", context, 0).variant()).isEqualTo("v1");
      assertThat(ofTwo(bucket + 1).evaluate("ends", context, 0).variant()).isEqualTo("v0");
    }
  }

  private static FlagSet ofTwo(int first) {
    return flags("ends", null, serve(new int[] {first, Share.WHOLE - first}));
  }

  @Test
  void whoHasAVariantKeepsItWhenItsShareIsRaised() {
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      int[] before = shares(random, 4);
      int raised = random.nextInt(4);
      int[] after = before.clone();
      for (int i = 0; i < 4; i++) {
        if (i != raised) {
          int given = random.nextInt(after[i] + 1);
          after[i] -= given;
          after[raised] += given;
        }
      }
      FlagSet less = flags("raise", null, serve(before));
      FlagSet more = flags("raise", null, serve(after));
      String variant = "v" + raised;
      for (int user = 0; user < 200; user++) {
        FlagContext context = context("user-" + user);
        if (less.evaluate("raise", context, 0).variant().equals(variant)) {
          assertThat(more.evaluate("raise", context, 0).variant()).isEqualTo(variant);
        }
      }
    }
  }

  @Test
  void flagsOfARolloutGroupMeetTheSameTenants() {
    Serve tenPercent = new Serve(null, List.of(new Share("a", 10_000), new Share("b", 90_000)));
    FlagSet one = flags("one", "wave-1", tenPercent);
    FlagSet other = flags("other", "wave-1", tenPercent);
    FlagSet apart = flags("other", null, tenPercent);
    int different = 0;
    for (int user = 0; user < 2_000; user++) {
      FlagContext context = context("user-" + user);
      String variant = one.evaluate("one", context, 0).variant();
      assertThat(other.evaluate("other", context, 0).variant()).isEqualTo(variant);
      different += apart.evaluate("other", context, 0).variant().equals(variant) ? 0 : 1;
    }
    assertThat(different).isPositive();
  }

  @Test
  void byTenantAllOfATenantGetTheSame() {
    FlagDefinition flag = flag("by-tenant", null, null, serve(new int[] {50_000, 50_000, 0, 0}));
    FlagSet flags = FlagSet.of("production", List.of(flag), List.of());
    for (int tenant = 0; tenant < 50; tenant++) {
      String name = "tenant-" + tenant;
      String first =
          flags.evaluate("by-tenant", new FlagContext("u", name, null, Map.of()), 0).variant();
      for (int user = 0; user < 20; user++) {
        FlagContext said = new FlagContext("u" + user, "other", null, Map.of("tenant", name));
        assertThat(flags.evaluate("by-tenant", said, 0).variant()).isEqualTo(first);
      }
    }
  }

  private static int[] shares(Random random, int count) {
    int[] shares = new int[count];
    int left = Share.WHOLE;
    for (int i = 0; i < count - 1; i++) {
      shares[i] = random.nextInt(left + 1);
      left -= shares[i];
    }
    shares[count - 1] = left;
    return shares;
  }

  private static Serve serve(int[] shares) {
    return new Serve(
        null,
        IntStream.range(0, shares.length).mapToObj(i -> new Share("v" + i, shares[i])).toList());
  }

  private static FlagContext context(String user) {
    return new FlagContext(user, World.TENANT, World.TIER, Map.of());
  }

  private static FlagSet flags(String key, String group, Serve serve) {
    FlagDefinition flag = flag(key, FlagContext.TARGETING_KEY, group, serve);
    return FlagSet.of("production", List.of(flag), List.of());
  }

  private static FlagDefinition flag(String key, String bucketBy, String group, Serve serve) {
    List<Variant> variants =
        serve.split().stream().map(share -> new Variant(share.variant(), share.variant())).toList();
    return new FlagDefinition(
        key,
        ValueType.STRING,
        variants,
        variants.get(0).name(),
        bucketBy,
        group,
        List.of(),
        new Targeting(null, true, List.of(), serve),
        List.of());
  }
}
