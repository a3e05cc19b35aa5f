package org.freehold.flags.internal;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.freehold.engine.flags.FlagDefinition;
import org.freehold.engine.flags.FlagSet;
import org.freehold.engine.flags.SegmentDefinition;
import org.freehold.engine.flags.Targeting;
import org.freehold.platform.Invalid;

/** All flags of a tenant in one state, compiled for each environment when it is asked for. */
final class TenantFlags {
  private static final Logger LOG = System.getLogger(TenantFlags.class.getName());

  /** Of all environments of which no flag says anything. */
  private static final String OTHERS = "";

  private final List<FlagDefinition> flags;
  private final List<SegmentDefinition> segments;
  private final Set<String> environments;
  private final String revision;
  private final ConcurrentMap<String, FlagSet> sets = new ConcurrentHashMap<>();

  private TenantFlags(
      List<FlagDefinition> flags, List<SegmentDefinition> segments, String revision) {
    this.flags = flags;
    this.segments = segments;
    this.environments =
        flags.stream()
            .flatMap(flag -> flag.environments().stream())
            .map(Targeting::environment)
            .collect(Collectors.toUnmodifiableSet());
    this.revision = revision;
  }

  /**
   * Of documents as the database writes them, always in the same order. What a later version wrote
   * and this one cannot read is as if it were not there.
   */
  static TenantFlags of(List<String> flags, List<String> segments) {
    return new TenantFlags(
        readable(flags, document -> Definitions.of(Documents.flag(document))),
        readable(segments, document -> Definitions.of(Documents.segment(document))),
        digest(flags, segments));
  }

  private static <T> List<T> readable(List<String> documents, Function<String, T> read) {
    List<T> all = new ArrayList<>();
    for (String document : documents) {
      try {
        all.add(read.apply(document));
      } catch (Invalid invalid) {
        LOG.log(Level.WARNING, "A flag or segment cannot be read: " + invalid.faults());
      }
    }
    return all;
  }

  private static String digest(List<String> flags, List<String> segments) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (List<String> documents : List.of(flags, segments)) {
        for (String document : documents) {
          digest.update(document.getBytes(StandardCharsets.UTF_8));
          digest.update((byte) 0);
        }
        digest.update((byte) 1);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  FlagSet in(String environment) {
    return sets.computeIfAbsent(
        environments.contains(environment) ? environment : OTHERS,
        name -> FlagSet.of(name, flags, segments));
  }

  /** The same on all nodes, and another one for other flags. */
  String revision() {
    return revision;
  }

  int weight() {
    return flags.size() + segments.size();
  }
}
