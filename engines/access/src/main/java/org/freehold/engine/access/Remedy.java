package org.freehold.engine.access;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One change that would help somebody who was refused. */
public sealed interface Remedy {

  /** The permission that one needs to make the change; null when the subject can do it alone. */
  String requires();

  /**
   * @param workspaceId where; null for the whole tenant
   * @param extra what the role gives there beside what is held and asked for
   */
  record GrantRole(
      Grant.Holder holder, UUID holderId, String role, UUID workspaceId, List<String> extra)
      implements Remedy {
    public GrantRole {
      extra = List.copyOf(extra);
    }

    @Override
    public String requires() {
      return "roles:write";
    }
  }

  /**
   * Make a role of the permission alone, and give it; told when every role that there is gives
   * more.
   *
   * @param workspaceId where to give it; null for the whole tenant
   */
  record MakeRole(Grant.Holder holder, UUID holderId, String permission, UUID workspaceId)
      implements Remedy {
    @Override
    public String requires() {
      return "roles:write";
    }
  }

  record RemoveDenyEntry(String role, String entry) implements Remedy {
    @Override
    public String requires() {
      return "roles:write";
    }
  }

  /**
   * Of a role that denies.
   *
   * @param grantId null for the role that a person has by being a member
   * @param workspaceId where it counts; null for the whole tenant
   */
  record EndGrant(UUID grantId, String role, UUID workspaceId) implements Remedy {
    @Override
    public String requires() {
      return grantId != null
          ? "roles:write"
          : workspaceId == null ? "users:write" : "workspaces:write";
    }
  }

  record ChangePolicy(UUID policyId, String name) implements Remedy {
    @Override
    public String requires() {
      return "policies:write";
    }
  }

  record JoinWorkspace(UUID workspaceId) implements Remedy {
    @Override
    public String requires() {
      return "workspaces:write";
    }
  }

  /** Make the subject one of those who take part in the thing. */
  record ShareThing(String resourceType, UUID id) implements Remedy {
    @Override
    public String requires() {
      return resourceType + ":write";
    }
  }

  /** Take the thing's own networks and email domains away, or name the caller's. */
  record LiftRestrictions(String resourceType, UUID id) implements Remedy {
    @Override
    public String requires() {
      return resourceType + ":admin";
    }
  }

  record WidenKey(UUID keyId, String permission) implements Remedy {
    @Override
    public String requires() {
      return "api_keys:write";
    }
  }

  /** The first moment at which nothing but time would have changed the answer. */
  record WaitUntil(Instant moment) implements Remedy {
    @Override
    public String requires() {
      return null;
    }
  }

  /**
   * @param inside whether to call from the network or from outside of it
   */
  record ComeFromNetwork(String network, boolean inside) implements Remedy {
    @Override
    public String requires() {
      return null;
    }
  }

  /** Prove the second factor now. */
  record AuthenticateAgain() implements Remedy {
    @Override
    public String requires() {
      return null;
    }
  }
}
