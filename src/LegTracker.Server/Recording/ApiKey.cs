namespace LegTracker.Server.Recording;

/// <summary>An API key without its secret. Its times are real time: a virtual clock lengthens no key's life.</summary>
/// <param name="Id">The last part of its resource name.</param>
/// <param name="SecretSha256">SHA-256 of the secret, 32 bytes.</param>
internal sealed record ApiKey(
    string Id,
    string Title,
    AccessRole Role,
    ReadOnlyMemory<byte> SecretSha256,
    DateTimeOffset CreateTime,
    string CreatedBy,
    DateTimeOffset? ExpireTime,
    DateTimeOffset? RevokeTime)
{
    /// <summary>Neither revoked nor expired.</summary>
    public bool IsUsable(DateTimeOffset now) => RevokeTime is null && !(ExpireTime <= now);
}
