using Grpc.Core;
using LegTracker.Server.Recording;

namespace LegTracker.Server.Api.Access;

/// <summary>Who calls, and what they may do.</summary>
/// <param name="Key">What limits are counted by: the credential, or the address of a caller without one; empty for a caller on this machine.</param>
internal sealed record CallerIdentity(AccessRole Role, string Key)
{
    /// <summary>A caller on this machine without a credential.</summary>
    public static CallerIdentity Local { get; } = new(AccessRole.Editor, "");

    /// <summary>Title of the credential; null without one.</summary>
    public string? Title { get; init; }

    /// <summary>Canceled when the credential is revoked.</summary>
    public CancellationToken Revoked { get; init; }

    /// <summary>When the credential ends by itself; null for never.</summary>
    public DateTimeOffset? ExpireTime { get; init; }

    /// <summary>Limits hold for them: whoever is on this machine could take its time anyway.</summary>
    public bool IsLimited => Key.Length > 0;

    /// <summary>The caller of a call that was let in.</summary>
    public static CallerIdentity Of(ServerCallContext context) => (CallerIdentity)context.UserState[typeof(CallerIdentity)];
}
